using System.Buffers;
using System.Globalization;
using System.Text;

namespace Analyzer.Logs.Sources;

/// <summary>
/// The <c>SIM_TRACE_LOG:</c> lines of a simulator's log (robomaker, simulation), as the CSV that they repeat: the same fields in the same
/// order, 15 to 19 by version, with four decimals. Of a log in an export (JSON, CSV, text) the lines are its messages, several perhaps in
/// a line of the export; a line has none of the letters that such formats quote, escape or part by, so that none needs to be read as such.
/// </summary>
/// <param name="Csv">A header and the lines.</param>
/// <param name="LineNumbers">By line of <paramref name="Csv"/> after its header: the log's line, from 1.</param>
internal sealed record TraceText(byte[] Csv, int[] LineNumbers)
{
    private const int MinFields = 15;
    private const int YawField = 4;
    private const int SteeringField = 5;

    // The car steers 30 degrees, in later years up to 60.
    private const double LargestSteeringRadians = 1.05;

    private static readonly string[] Columns =
    [
        "episode", "steps", "X", "Y", "yaw", "steer", "throttle", "action", "reward", "done", "all_wheels_on_track", "progress",
        "closest_waypoint", "track_len", "tstamp", "episode_status", "pause_duration", "obstacle_crash_counter", "wall_clock",
    ];

    // What closes a quoted message, begins an escape in it or what stands beside it, colours a console, or writes over the line.
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\n\r\t\"'\\|\u001b"u8);

    private static ReadOnlySpan<byte> Mark => "SIM_TRACE_LOG:"u8;

    /// <summary>Whether a text, as far as it is given, has such lines.</summary>
    public static bool IsIn(ReadOnlySpan<byte> text) => text.IndexOf(Mark) >= 0;

    /// <summary>The header that a line without one belongs under; null where it is no step's.</summary>
    /// <param name="fields">The line's fields, of which the first are numbers in every version.</param>
    public static string? HeaderOf(IReadOnlyList<string> fields)
    {
        const int FirstNumbers = 7;
        var count = CountFields(string.Join(',', fields));
        var isStep = count >= MinFields && count <= Columns.Length
            && fields.Take(FirstNumbers).All(field => double.TryParse(field, CultureInfo.InvariantCulture, out _));
        return isStep ? string.Join(',', Columns.Take(count)) : null;
    }

    /// <summary>What stands before the first such line.</summary>
    public static ReadOnlySpan<byte> HeadOf(ReadOnlySpan<byte> text) => text.IndexOf(Mark) is >= 0 and var end ? text[..end] : text;

    /// <summary>The lines of a log; null where it has none.</summary>
    public static TraceText? Of(ReadOnlySpan<byte> text)
    {
        if (!IsIn(text)) return null;
        var lines = new List<(int Start, int Length)>();
        var numbers = new List<int>();
        var (number, counted) = (1, 0);
        for (var mark = text.IndexOf(Mark); mark >= 0;)
        {
            number += text[counted..mark].Count((byte)'\n');
            counted = mark;
            var rest = text[(mark + Mark.Length)..].TrimStart(" \t"u8);
            var start = text.Length - rest.Length;
            var line = rest.IndexOfAny(Ends) is >= 0 and var end ? rest[..end] : rest;
            lines.Add((start, line.TrimEnd((byte)' ').Length));
            numbers.Add(number);
            var next = rest[line.Length..].IndexOf(Mark);
            mark = next < 0 ? next : start + line.Length + next;
        }

        return new TraceText(Table(text, lines), [.. numbers]);
    }

    private static byte[] Table(ReadOnlySpan<byte> text, List<(int Start, int Length)> lines)
    {
        var fields = CountFields(Encoding.UTF8.GetString(text.Slice(lines[0].Start, lines[0].Length)));
        var unknown = Enumerable.Range(Columns.Length, Math.Max(0, fields - Columns.Length)).Select(place => $"field{place}");
        var header = Encoding.UTF8.GetBytes(string.Join(',', Columns.Take(fields).Concat(unknown)));

        // Filled in one go: with half a million lines each further copy takes 70 MB.
        var table = new byte[header.Length + lines.Sum(line => line.Length + 1) + 1];
        header.CopyTo(table, 0);
        var place = header.Length;
        table[place++] = (byte)'\n';
        foreach (var (start, length) in lines)
        {
            text.Slice(start, length).CopyTo(table.AsSpan(place));
            place += length;
            table[place++] = (byte)'\n';
        }

        return fields == MinFields ? InDegrees(table) : table;
    }

    /// <summary>How many fields a line has; a continuous action in brackets is one, although it may hold commas.</summary>
    private static int CountFields(string line)
    {
        var (count, depth) = (1, 0);
        foreach (var letter in line)
        {
            depth += letter switch
            {
                '[' or '(' => 1,
                ']' or ')' => -1,
                _ => 0,
            };
            if (letter == ',' && depth == 0) count++;
        }

        return count;
    }

    /// <summary>The simulator of 2019 wrote its angles in radians.</summary>
    private static byte[] InDegrees(byte[] table)
    {
        var rows = Encoding.UTF8.GetString(table).Split('\n').Select(line => line.Split(',')).ToList();
        double Largest(int field) => rows.Max(row =>
            row.Length > field && double.TryParse(row[field], CultureInfo.InvariantCulture, out var angle) ? Math.Abs(angle) : 0);
        var areRadians = Largest(YawField) is > 0 and <= Math.PI + 0.001 && Largest(SteeringField) <= LargestSteeringRadians;
        if (!areRadians) return table;
        foreach (var row in rows.Where(row => row.Length > SteeringField))
        {
            foreach (var field in new[] { YawField, SteeringField })
                row[field] = InDegrees(row[field]);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(',', row))));
    }

    private static string InDegrees(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var radians)
        ? (radians * 180 / Math.PI).ToString("0.######", CultureInfo.InvariantCulture)
        : text;
}
