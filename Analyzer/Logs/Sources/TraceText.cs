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
        var lines = new MemoryStream();
        var numbers = new List<int>();
        var number = 1;
        for (var mark = text.IndexOf(Mark); mark >= 0; mark = text.IndexOf(Mark))
        {
            number += text[..mark].Count((byte)'\n');
            text = text[(mark + Mark.Length)..].TrimStart(" \t"u8);
            var end = text.IndexOfAny(Ends);
            var line = end < 0 ? text : text[..end];
            lines.Write(line.TrimEnd((byte)' '));
            lines.WriteByte((byte)'\n');
            numbers.Add(number);
            text = text[line.Length..];
        }

        var steps = lines.ToArray();
        var fields = CountFields(Encoding.UTF8.GetString(steps.AsSpan(0, steps.IndexOf((byte)'\n'))));
        if (fields == MinFields) steps = InDegrees(steps);
        var unknown = Enumerable.Range(Columns.Length, Math.Max(0, fields - Columns.Length)).Select(place => $"field{place}");
        var header = Encoding.UTF8.GetBytes($"{string.Join(',', Columns.Take(fields).Concat(unknown))}\n");
        return new TraceText([.. header, .. steps], [.. numbers]);
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
    private static byte[] InDegrees(byte[] steps)
    {
        var rows = Encoding.UTF8.GetString(steps).Split('\n').Select(line => line.Split(',')).ToList();
        double Largest(int field) => rows.Max(row =>
            row.Length > field && double.TryParse(row[field], CultureInfo.InvariantCulture, out var angle) ? Math.Abs(angle) : 0);
        var areRadians = Largest(YawField) is > 0 and <= Math.PI + 0.001 && Largest(SteeringField) <= LargestSteeringRadians;
        if (!areRadians) return steps;
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
