using System.Buffers;
using System.Text.RegularExpressions;
using Analyzer.Logs.Sources;
using CsvHelper;

namespace Analyzer.Logs;

/// <summary>
/// The CSV dialect of the simulator's logs. A line is a record, so that a stray quote can't swallow the lines after it; a
/// continuous action written as <c>[steering, speed]</c> without quotes is one field, although it holds a comma. What spreadsheets of
/// other countries make of it is read as well: other separators, commas for decimal points, lines before the header.
/// </summary>
internal static partial class LogCsv
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t,;|\r\n"u8);

    /// <summary>A reader before the first record.</summary>
    public static CsvReader Open(byte[] content) => CsvReader.Create(content, new CsvReaderOptions
    {
        AllowLineBreaksInQuotes = false,
        HasHeader = false,
        PoolStrings = true,
        Separator = HeadOf(content).Separator,
        TrackLineNumbers = true,
    });

    /// <summary>Goes on to the header.</summary>
    /// <param name="records">A reader before the first record.</param>
    /// <param name="content">What it reads.</param>
    /// <returns>The columns; none where there is no record at all.</returns>
    public static string[] ReadHeader(CsvReader records, byte[] content)
    {
        var start = HeadOf(content).Start;
        while (ReadNext(records))
            if (records.ByteOffset + records.RawRecord.Length > start) return WithoutMarks(records.Current.ToArray());

        return [];
    }

    /// <summary>Goes on to the next record: lines of blanks and separators alone, which spreadsheets leave, are none.</summary>
    /// <returns>False after the last one.</returns>
    public static bool ReadNext(CsvReader records)
    {
        while (records.Read())
            if (!IsBlank(records.RawRecord)) return true;

        return false;
    }

    // Most lines begin with a digit, which needs no search.
    private static bool IsBlank(ReadOnlySpan<byte> line) => (line.IsEmpty || Blank.Contains(line[0])) && !line.ContainsAnyExcept(Blank);

    /// <summary>The place of the column with a name, whatever its case; -1 where there is none.</summary>
    public static int Find(string[] header, string name) =>
        Array.FindIndex(header, cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line is the header anew, as where logs were put together, each perhaps with its byte order mark.</summary>
    /// <param name="fields">The line's fields.</param>
    /// <param name="header">The header's.</param>
    public static bool IsHeader(string[] fields, string[] header) => WithoutMarks(fields).AsSpan().SequenceEqual(header);

    private static string[] WithoutMarks(string[] fields) => [fields[0].TrimStart(ByteOrderMark), .. fields[1..]];

    /// <summary>The current record's fields as text, numbers with a decimal point; empty ones behind the header's last are none.</summary>
    /// <param name="record">A reader on a record.</param>
    /// <param name="expected">Fields of the header; a record with more is looked through for bracketed lists.</param>
    public static string[] Fields(CsvReader record, int expected)
    {
        if (record.FieldCount <= expected) return AsTheyAre(record);
        var fields = new List<string>(record.FieldCount);
        for (var first = 0; first < record.FieldCount;)
        {
            var parts = Parts(record, first, expected);
            fields.Add(parts == 1
                ? TextOf(record, first)
                : string.Join(',', Enumerable.Range(first, parts).Select(record.GetString)));
            first += parts;
        }

        // Only now: a list's comma makes one too many of fields of which the last may be empty.
        while (fields.Count > expected && fields[^1].Length == 0) fields.RemoveAt(fields.Count - 1);
        return [.. fields];
    }

    /// <summary>Whether the current record's fields are what stands between its commas.</summary>
    /// <param name="record">A reader on a record.</param>
    /// <param name="expected">Fields of the header.</param>
    public static bool IsPlain(CsvReader record, int expected) =>
        record.Separator == ',' && record.FieldCount == expected && !record.RawRecord.Contains((byte)'"');

    private static TableHead HeadOf(byte[] content) => TableHead.Of(content.AsSpan(0, Math.Min(content.Length, SourceKinds.HeaderBytes)));

    private static string[] AsTheyAre(CsvReader record)
    {
        var fields = new string[record.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = TextOf(record, i);
        return fields;
    }

    private static string TextOf(CsvReader record, int field)
    {
        var text = record.GetString(field);
        return HasDecimalComma(text) ? text.Replace(',', '.') : text;
    }

    /// <summary>Whether the current record's numbers have decimal commas, and the fields are parted by something else.</summary>
    public static bool HasDecimalCommas(CsvReader record) => record.Separator != ','
        && Enumerable.Range(0, record.FieldCount).Any(field => HasDecimalComma(record.GetString(field)));

    private static bool HasDecimalComma(string field) => field.Contains(',', StringComparison.Ordinal) && DecimalComma().IsMatch(field);

    [GeneratedRegex(@"^\s*[+-]?\d*,\d+(?:[eE][+-]?\d+)?\s*$")]
    private static partial Regex DecimalComma();

    /// <summary>Where the current record's fields lie in the content, quotes included.</summary>
    /// <param name="record">A reader on a record.</param>
    /// <param name="expected">Fields of the header, as for <see cref="Fields"/>.</param>
    public static List<(int Start, int End)> Places(CsvReader record, int expected)
    {
        var places = new List<(int, int)>(record.FieldCount);
        var start = (int)record.ByteOffset;
        for (var first = 0; first < record.FieldCount;)
        {
            var parts = Parts(record, first, expected);
            var end = start + parts - 1;
            for (var part = first; part < first + parts; part++) end += record.GetRawSpan(part).Length;
            places.Add((start, end));
            start = end + 1;
            first += parts;
        }

        return places;
    }

    /// <summary>Whether the current record may be the beginning of a line whose rest is not there: short, or without line end.</summary>
    /// <param name="record">A reader on a record.</param>
    /// <param name="fields">The record's fields.</param>
    /// <param name="expected">Fields of the header.</param>
    /// <param name="contentLength">Bytes in the whole file.</param>
    public static bool MayBeCutOff(CsvReader record, int fields, int expected, int contentLength) =>
        fields < expected || record.ByteOffset + record.RawRecord.Length >= contentLength;

    /// <summary>How many of the reader's fields make up the field that begins with <paramref name="first"/>.</summary>
    private static int Parts(CsvReader record, int first, int expected)
    {
        if (record.FieldCount <= expected || !record.GetRawSpan(first).StartsWith("["u8)) return 1;
        for (var last = first; last < record.FieldCount; last++)
            if (record.GetRawSpan(last).EndsWith("]"u8)) return last - first + 1;

        return 1;
    }
}
