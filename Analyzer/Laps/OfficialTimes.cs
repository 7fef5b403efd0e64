using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Sync;

namespace Analyzer.Laps;

/// <summary>
/// The official times of a run's laps. The log alone is 0.02 to 0.1 s short of them, by another amount in each lap, for a lap starts
/// before its first row (checked on 248 laps of 50 evaluations): enough to name the wrong best lap.
/// </summary>
internal sealed class OfficialTimes
{
    private OfficialTimes(SimTrace trace, ImmutableArray<OfficialLap> laps) => (Trace, Laps) = (trace, laps);

    /// <summary>The log.</summary>
    public SimTrace Trace { get; }

    /// <summary>Each lap's, in the order of the log's laps.</summary>
    public ImmutableArray<OfficialLap> Laps { get; }

    /// <summary>The least sure of the laps' sources.</summary>
    public LapStartSource Source => Laps.Max(lap => lap.Source);

    /// <summary>The times from the surest source that there is for each lap.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="metrics">Metrics; those of another run are not used. Null where there are none.</param>
    /// <param name="timeline">The log locked to its video; null without a video.</param>
    public static OfficialTimes Of(SimTrace trace, EvaluationMetrics? metrics, Timeline? timeline)
    {
        var times = metrics?.LapTimes(trace);
        var step = MedianStep(trace);
        var clocks = timeline is { Sync: SyncMode.Clock, FramesRead: > 0 } ? ClockOffsets(timeline) : new long?[trace.Laps.Length];
        return new OfficialTimes(trace, [.. trace.Laps.Select((lap, place) => times is not null
            ? ByMetrics(trace, lap, times[place])
            : ByClock(trace, clocks, place) ?? Since(trace, lap, TimeOf(trace, lap.FirstRow) - step, LapStartSource.Estimated))]);
    }

    // A log that was cut off ends before its lap does.
    private static OfficialLap ByMetrics(SimTrace trace, Lap lap, (long Start, long Elapsed) entry) => trace.Rows[lap.LastRow].Done
        ? new OfficialLap(entry.Start, entry.Elapsed, LapStartSource.Metrics)
        : Since(trace, lap, entry.Start, LapStartSource.Metrics);

    // The clock goes on from lap to lap, so that a lap's start is where it stood at the end of the lap before.
    private static OfficialLap? ByClock(SimTrace trace, long?[] offsets, int place)
    {
        var before = place == 0 ? 0 : offsets[place - 1] + TimeOf(trace, trace.Laps[place - 1].LastRow);
        return before - offsets[place] is { } start ? Since(trace, trace.Laps[place], start, LapStartSource.Clock) : null;
    }

    private static OfficialLap Since(SimTrace trace, Lap lap, long start, LapStartSource source) =>
        new(start, TimeOf(trace, lap.LastRow) - start, source);

    // By lap, what the race clock shows less the log's time; null where no frame tells.
    private static long?[] ClockOffsets(Timeline timeline)
    {
        var offsets = timeline.Trace.Laps.Select(_ => new List<long>()).ToArray();
        foreach (var row in timeline.Trace.Rows)
        {
            if (timeline.ReadingOf(row.Index)?.ClockMilliseconds is { } clock)
                offsets[timeline.Trace.LapOf(row.Index).Number - 1].Add(clock - row.TimestampMilliseconds);
        }

        return [.. offsets.Select(Median)];
    }

    private static long MedianStep(SimTrace trace)
    {
        var steps = new List<long>(trace.Rows.Length);
        for (var row = 1; row < trace.Rows.Length; row++)
            if (trace.Rows[row].Episode == trace.Rows[row - 1].Episode) steps.Add(TimeOf(trace, row) - TimeOf(trace, row - 1));

        return Median(steps) ?? 0;
    }

    private static long? Median(List<long> values)
    {
        values.Sort();
        return values.Count == 0 ? null : values[values.Count / 2];
    }

    private static long TimeOf(SimTrace trace, int row) => trace.Rows[row].TimestampMilliseconds;
}
