using System.Collections.Immutable;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>
/// Whether a log's rows lie in the order of driving. Tools that sort its lines as text put step 10 before step 2, an export may have the
/// latest first; a spreadsheet may round the times, or change some of them.
/// </summary>
internal static class RowOrder
{
    // A few rows tell nothing: none of 58 real logs has one that is not later than the row before it.
    private const int ManyRows = 10;
    private const int MinShare = 10;

    /// <summary>Whether each lap's steps are together and count up, as the laps do: so it is in all logs but odd ones.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="firstRow">The first one that is looked at.</param>
    public static bool IsKept(IReadOnlyList<SimTraceRow> rows, int firstRow)
    {
        for (var i = firstRow + 1; i < rows.Count; i++)
        {
            var (before, row) = (rows[i - 1], rows[i]);
            if (row.Episode < before.Episode || (row.Episode == before.Episode && row.Steps <= before.Steps)) return false;
        }

        return true;
    }

    /// <summary>Whether laps are resumed again and again after rows of others, as where several workers wrote into one file.</summary>
    /// <inheritdoc cref="IsKept"/>
    public static bool IsMixed(IReadOnlyList<SimTraceRow> rows, int firstRow)
    {
        const int MinResumptions = 10;
        var seen = new HashSet<int>();
        var resumptions = 0;
        for (var i = firstRow + 1; i < rows.Count; i++)
        {
            if (!SimTrace.IsNewLap(rows[i - 1], rows[i])) continue;
            seen.Add(rows[i - 1].Episode);
            if (seen.Contains(rows[i].Episode) && !SimTrace.IsStart(rows[i])) resumptions++;
        }

        return resumptions >= MinResumptions;
    }

    /// <summary>Puts rows that lie in another order into that of their times, if that makes whole laps of them.</summary>
    /// <param name="rows">The rows, of which those of other files come first.</param>
    /// <param name="firstRow">The file's first row.</param>
    /// <param name="cells">The rows' texts.</param>
    /// <returns>Whether they have been put in order.</returns>
    public static bool Mend(ImmutableArray<SimTraceRow>.Builder rows, int firstRow, FieldTexts cells)
    {
        var sorted = rows.Skip(firstRow).OrderBy(row => row.TimestampMilliseconds).ThenBy(row => row.Episode).ThenBy(row => row.Steps)
            .ToList();
        if (!IsKept(sorted, 0)) return false;
        cells.Reorder(firstRow, [.. sorted.Select(row => row.Index)]);
        for (var row = firstRow; row < rows.Count; row++)
        {
            var driven = sorted[row - firstRow];
            rows[row] = driven with
            {
                Index = row,
                DisplacementSpeedMetresPerSecond = row == 0 ? 0
                    : SimTraceRow.DisplacementSpeed(rows[row - 1], driven.X, driven.Y, driven.TimestampMilliseconds),
            };
        }

        return true;
    }

    /// <summary>Refuses a file whose times tell nothing, and tells of one whose times tell little.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="rows">The rows, put in order if that was possible.</param>
    /// <param name="firstRow">The file's first row.</param>
    /// <returns>A sentence for the user; null where nothing is odd.</returns>
    /// <exception cref="RunException">Most rows are driven at one time, or many before the row that they follow.</exception>
    public static string? RemarkOn(string path, ImmutableArray<SimTraceRow>.Builder rows, int firstRow)
    {
        const string Remedy = "a spreadsheet that saved the log may have changed them; download it again.";
        var (same, before) = (0, 0);
        for (var row = firstRow + 1; row < rows.Count; row++)
        {
            if (SimTrace.IsNewLap(rows[row - 1], rows[row])) continue;
            if (IsBefore(rows, row)) before++;
            else if (rows[row].TimestampMilliseconds == rows[row - 1].TimestampMilliseconds) same++;
        }

        if (same >= ManyRows && same * 2 > rows.Count - firstRow)
            throw new RunException($"{path}: the tstamp of {same} rows is that of the row before, expected times to 0.001 s; {Remedy}");
        if (before >= ManyRows)
            throw new RunException($"{path}: the tstamp of {before} rows is earlier than that of the row before; {Remedy}");
        return same < ManyRows || same * MinShare < rows.Count - firstRow ? null
            : $"{path}: times and speeds are inexact: the tstamp of {same} rows is that of the row before; {Remedy}";
    }

    private static bool IsBefore(ImmutableArray<SimTraceRow>.Builder rows, int row) =>
        rows[row].TimestampMilliseconds < rows[row - 1].TimestampMilliseconds;
}
