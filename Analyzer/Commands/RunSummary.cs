using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Sessions;
using Analyzer.Sync;

namespace Analyzer.Commands;

/// <summary>What playing says of a run before its window opens, in one sentence.</summary>
internal static class RunSummary
{
    /// <summary>Laps, the best of them, off-tracks, and how surely frames and rows belong together.</summary>
    /// <param name="name">What the user calls the run.</param>
    /// <param name="run">The run.</param>
    public static string Of(string name, OpenedRun run)
    {
        var (timeline, times) = (run.Evaluation.Timeline, run.Evaluation.Laps.Times);
        var trace = timeline.Trace;
        var best = times.Best is { } lap
            ? string.Create(CultureInfo.InvariantCulture, $"best lap {lap.Number} {times.SecondsOf(lap):0.000} s")
            : "none of them completed";
        var offTracks = Enumerable.Range(0, trace.Rows.Length)
            .Count(row => trace.BeginsMishap(row) && trace.Rows[row].Status == EpisodeStatus.OffTrack);
        var locked = timeline.Sync switch
        {
            SyncMode.Clock => $"{run.Lock.FramesLocked} of {timeline.FrameCount} frames locked by the race clock",
            SyncMode.Speed => "frames locked by the speed",
            _ => "frames locked by the time, which may be some steps off",
        };
        return $"{name}: {Count(trace.Laps.Length, "lap")}, {best}, {Count(offTracks, "off-track")}; {locked}; H lists the keys";
    }

    /// <summary>A number of things, in words.</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
