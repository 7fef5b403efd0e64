using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Laps;

/// <summary>Made-up laps along a straight line, a row each 100 ms.</summary>
internal static class Drives
{
    /// <summary>A log whose laps have these progresses, percent.</summary>
    public static SimTrace Laps(
        params double[][] laps) => Some.Trace(laps.SelectMany((lap, episode) => lap.Select((progress, step) => Some.Row(
        episode: episode,
        timestampMilliseconds: (episode * 100_000) + (step * 100),
        x: progress,
        progressPercent: progress))));

    public static ReferenceLap BestOf(SimTrace trace)
    {
        var times = new LapTimes(trace);
        return new ReferenceLap(times, times.Best!);
    }
}
