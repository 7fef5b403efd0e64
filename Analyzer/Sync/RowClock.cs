using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Sync;

/// <summary>
/// The HUD's race clock at every row: the earlier laps' elapsed time and the time since this lap's start, in milliseconds.
/// </summary>
internal sealed class RowClock
{
    // A lap starts this long before its first row, by the metrics of real runs: 54 to 74 ms.
    private const long PrepareMilliseconds = 60;

    // Laps of a continuous race follow each other at the pace of rows; others lie 110 to 160 ms apart.
    private const long ContinuousGapMilliseconds = 100;

    // A lap's start in the metrics lies before its first row, and no further than a simulator that stands still at the start puts it, or
    // the metrics are another run's. Nearer ones of another run give themselves away by the clocks that they miss.
    private const long FarthestStartMilliseconds = 2000;

    private readonly long[] clocks;

    /// <summary>Takes the clock at every row. A row whose time steps back or leaps ahead gets a time between its neighbours'.</summary>
    internal RowClock(long[] clocks) => this.clocks = MonotonicTimes.Of(clocks);

    /// <summary>Rows.</summary>
    public int RowCount => clocks.Length;

    /// <summary>What the HUD's clock shows at a row, milliseconds.</summary>
    public long At(int row) => clocks[row];

    /// <summary>The last row whose clock is at or before <paramref name="milliseconds"/>; -1 before the first.</summary>
    public int LastRowAtOrBefore(long milliseconds) => Bisection.UpperBound(clocks, milliseconds) - 1;

    /// <summary>Whether the laps' times are this log's, as far as their starts tell.</summary>
    public static bool Fits(SimTrace trace, IReadOnlyList<(long StartMilliseconds, long ElapsedMilliseconds)> lapTimes) =>
        trace.Laps.Zip(lapTimes).All(pair =>
            trace.Rows[pair.First.FirstRow].TimestampMilliseconds - pair.Second.StartMilliseconds is >= 0 and <= FarthestStartMilliseconds);

    /// <summary>The clock from the laps' times, estimated from the log for the laps that have none.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="lapTimes">
    /// Each lap's start (as <c>tstamp</c>) and elapsed time in milliseconds, in the order of the log's laps: from the metrics. Null where
    /// there are none.
    /// </param>
    public static RowClock Of(SimTrace trace, IReadOnlyList<(long StartMilliseconds, long ElapsedMilliseconds)>? lapTimes)
    {
        var clocks = new long[trace.Rows.Length];
        var earlier = 0L;
        for (var i = 0; i < trace.Laps.Length; i++)
        {
            var lap = trace.Laps[i];
            var rows = trace.Rows.AsSpan(lap.FirstRow, lap.RowCount);
            var logged = new long[rows.Length];
            for (var row = 0; row < rows.Length; row++) logged[row] = rows[row].TimestampMilliseconds;
            var times = MonotonicTimes.Of(logged);
            var (start, elapsed) = i < lapTimes?.Count ? lapTimes[i] : Estimate(trace.Rows, lap, times[0], times[^1]);
            for (var row = 0; row < times.Length; row++) clocks[lap.FirstRow + row] = earlier + times[row] - start;
            earlier += elapsed;
        }

        return new RowClock(clocks);
    }

    private static (long Start, long Elapsed) Estimate(ImmutableArray<SimTraceRow> rows, Lap lap, long first, long last)
    {
        var start = first - PrepareMilliseconds;
        if (lap.FirstRow > 0)
        {
            var lastEnd = rows[lap.FirstRow - 1].TimestampMilliseconds;
            if (first - lastEnd is >= 0 and < ContinuousGapMilliseconds) start = lastEnd;
        }

        return (start, last - start);
    }
}
