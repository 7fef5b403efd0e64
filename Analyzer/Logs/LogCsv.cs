using CsvHelper;

namespace Analyzer.Logs;

/// <summary>
/// The CSV dialect of the simulator's logs. A line is a record, so that a stray quote can't swallow the lines after it; a
/// continuous action written as <c>[steering, speed]</c> without quotes is one field, although it holds a comma.
/// </summary>
internal static class LogCsv
{
    private static readonly CsvReaderOptions Options = new()
    {
        AllowLineBreaksInQuotes = false,
        HasHeader = false,
        PoolStrings = true,
        Separator = ',',
        TrackLineNumbers = true,
    };

    /// <summary>A reader before the header, which is the first record.</summary>
    public static CsvReader Open(byte[] content) => CsvReader.Create(content, Options);

    /// <summary>Goes on to the next record: lines of spaces, tabs and commas alone, which spreadsheets leave, are none.</summary>
    /// <returns>False after the last one.</returns>
    public static bool ReadNext(CsvReader records)
    {
        while (records.Read())
            if (records.RawRecord.ContainsAnyExcept(" \t,\r\n"u8)) return true;

        return false;
    }

    /// <summary>The place of the column with a name, whatever its case; -1 where there is none.</summary>
    public static int Find(string[] header, string name) =>
        Array.FindIndex(header, cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The current record's fields as text.</summary>
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
                ? record.GetString(first)
                : string.Join(',', Enumerable.Range(first, parts).Select(record.GetString)));
            first += parts;
        }

        return [.. fields];
    }

    /// <summary>Whether the current record's fields are what stands between its commas.</summary>
    /// <param name="record">A reader on a record.</param>
    /// <param name="expected">Fields of the header.</param>
    public static bool IsPlain(CsvReader record, int expected) =>
        record.FieldCount == expected && !record.RawRecord.Contains((byte)'"');

    private static string[] AsTheyAre(CsvReader record)
    {
        var fields = new string[record.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = record.GetString(i);
        return fields;
    }

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
