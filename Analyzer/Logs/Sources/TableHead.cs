using System.Collections.Immutable;
using System.Text;

namespace Analyzer.Logs.Sources;

/// <summary>
/// Where a table's header is and what parts its fields: spreadsheets write <c>sep=;</c> before it and part by what their country parts
/// by, people write a comment.
/// </summary>
/// <param name="Start">Bytes before the header's line.</param>
/// <param name="Separator">What parts the fields.</param>
/// <param name="Names">The columns.</param>
internal readonly record struct TableHead(int Start, char Separator, ImmutableArray<string> Names)
{
    /// <summary>The columns without which a sim-trace can't be read.</summary>
    public static readonly ImmutableArray<string> RequiredColumns =
    [
        "episode", "steps", "X", "Y", "yaw", "steer", "throttle", "progress", "closest_waypoint", "track_len", "tstamp",
    ];

    private const int MaxLines = 10;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Whether it is a sim-trace's.</summary>
    public bool IsLog => Has("episode") && Has("steps") && (Has("tstamp") || Has("timestamp"));

    /// <summary>Whether it is a sim-trace's but for some columns, or one's first step.</summary>
    public bool IsNearlyLog => Known * 2 > RequiredColumns.Length || MissingHeader is not null;

    /// <summary>The header that belongs before a sim-trace's first step that stands in its place; null where none does.</summary>
    public string? MissingHeader => TraceText.HeaderOf(Names);

    private int Known => RequiredColumns.Count(Has);

    /// <summary>Of the first lines the one that most looks like a sim-trace's header, else the first.</summary>
    /// <param name="start">The table, or its beginning.</param>
    public static TableHead Of(ReadOnlySpan<byte> start)
    {
        var best = new TableHead(0, ',', []);
        var lines = 0;
        foreach (var range in start.SplitAny("\r\n"u8))
        {
            if (!start[range].ContainsAnyExcept(" \t"u8)) continue;
            var line = Encoding.UTF8.GetString(start[range]).TrimStart('\uFEFF');
            foreach (var separator in Separators)
            {
                var head = new TableHead(range.Start.Value, separator, [.. line.Split(separator).Select(name => name.Trim(' ', '"'))]);
                if (best.Names.IsEmpty || head.Known > best.Known) best = head;
            }

            if (best.IsLog || ++lines == MaxLines) break;
        }

        return best;
    }

    private bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
