using System.Text;
using CsvHelper;

namespace Analyzer.Logs;

/// <summary>
/// The fields of the line that is being read, as UTF-8: left in the file's content where they stand there as they are. Half a million rows
/// have ten million, of which hardly one is asked for as a string.
/// </summary>
internal sealed class LineFields
{
    private CsvReader? record;
    private string[] texts = [];

    /// <summary>How many there are.</summary>
    public int Count => record?.FieldCount ?? texts.Length;

    /// <summary>A field's text.</summary>
    public ReadOnlySpan<byte> this[int column] => record is { } plain ? plain.GetRawSpan(column) : Encoding.UTF8.GetBytes(texts[column]);

    /// <summary>A field's text as a string.</summary>
    public string Text(int column) => record is { } plain ? Encoding.UTF8.GetString(plain.GetRawSpan(column)) : texts[column];

    /// <summary>All texts.</summary>
    public string[] Texts() => record is null ? texts : [.. Enumerable.Range(0, Count).Select(Text)];

    /// <summary>Goes on to a line.</summary>
    /// <param name="records">A reader on its record.</param>
    /// <param name="expected">Fields of the header.</param>
    /// <returns>Whether its fields are what stands between its commas.</returns>
    public bool Take(CsvReader records, int expected)
    {
        record = LogCsv.IsPlain(records, expected) ? records : null;
        if (record is null) texts = LogCsv.Fields(records, expected);
        return record is not null;
    }
}
