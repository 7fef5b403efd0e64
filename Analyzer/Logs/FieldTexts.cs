using System.Buffers;
using System.Text;

namespace Analyzer.Logs;

/// <summary>
/// The texts of all rows' fields, kept as bytes until one is asked for: as strings those of an hour take 50 MB, of half a million rows
/// 500.
/// </summary>
internal sealed class FieldTexts
{
    private const int RowsInBlock = 1024;

    // A field lies within a line.
    private const byte FieldEnd = (byte)'\n';

    private readonly List<byte[]> full = [];
    private readonly List<int> ends = [];
    private readonly ArrayBufferWriter<byte> last = new();

    /// <summary>The texts of some rows.</summary>
    public static FieldTexts Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var texts = new FieldTexts();
        foreach (var fields in rows) texts.Add(fields);
        return texts;
    }

    /// <summary>A field's text.</summary>
    /// <param name="row">Index of the row.</param>
    /// <param name="column">Index of the field in its row.</param>
    public string this[int row, int column]
    {
        get
        {
            var block = row / RowsInBlock < full.Count ? full[row / RowsInBlock] : last.WrittenSpan;
            var rest = block[(row % RowsInBlock == 0 ? 0 : ends[row - 1])..ends[row]];
            for (; column > 0; column--) rest = rest[(rest.IndexOf(FieldEnd) + 1)..];
            return Encoding.UTF8.GetString(rest[..rest.IndexOf(FieldEnd)]);
        }
    }

    /// <summary>Takes in the next row.</summary>
    public void Add(IReadOnlyList<string> fields)
    {
        foreach (var field in fields)
        {
            Encoding.UTF8.GetBytes(field, last);
            last.Write([FieldEnd]);
        }

        ends.Add(last.WrittenCount);
        if (ends.Count % RowsInBlock != 0) return;
        full.Add(last.WrittenSpan.ToArray());
        last.ResetWrittenCount();
    }
}
