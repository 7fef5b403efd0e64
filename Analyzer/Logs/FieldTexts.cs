using System.Text;

namespace Analyzer.Logs;

/// <summary>
/// The texts of all rows' fields, left as the UTF-8 bytes they were read from and decoded when one is asked for: as strings those of an
/// hour would take 50 MB, those of half a million rows 500 MB.
/// </summary>
internal sealed class FieldTexts
{
    private const byte Comma = (byte)',';

    // A field lies within a line.
    private const byte LineEnd = (byte)'\n';

    private readonly List<Place> rows = [];

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
            var (bytes, start, length, separator) = rows[row];
            var rest = bytes.AsSpan(start, length);
            for (; column > 0; column--) rest = rest[(rest.IndexOf(separator) + 1)..];
            var end = rest.IndexOf(separator);
            return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        }
    }

    /// <summary>Takes in the next row.</summary>
    public void Add(IReadOnlyList<string> fields)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join((char)LineEnd, fields));
        rows.Add(new Place(bytes, 0, bytes.Length, LineEnd));
    }

    /// <summary>Takes in the next row, whose fields stand in a file's content between commas, without quotes.</summary>
    /// <param name="content">The file's content, which is kept.</param>
    /// <param name="start">Where the first field begins.</param>
    /// <param name="length">Bytes up to the last field's end.</param>
    public void Add(byte[] content, int start, int length) => rows.Add(new Place(content, start, length, Comma));

    /// <summary>Puts the rows from one on into another order.</summary>
    /// <param name="first">Index of that row.</param>
    /// <param name="order">The indices of all rows from it on, in their new order.</param>
    public void Reorder(int first, int[] order)
    {
        var reordered = order.Select(row => rows[row]).ToList();
        rows.RemoveRange(first, order.Length);
        rows.AddRange(reordered);
    }

    private readonly record struct Place(byte[] Bytes, int Start, int Length, byte Separator);
}
