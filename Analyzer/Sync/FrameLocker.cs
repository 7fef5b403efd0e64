using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>Finds the log's row in every frame, from what the frames' HUDs say.</summary>
public static class FrameLocker
{
    /// <summary>Locks frames to rows.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="lapTimes">
    /// Each lap's start (as <c>tstamp</c>) and elapsed time in milliseconds, from the metrics, in the order of the log's laps; null where
    /// there are none.
    /// </param>
    /// <param name="readings">What each frame's HUD says.</param>
    /// <param name="framesPerSecond">The video's frame rate.</param>
    public static LockResult Lock(
        SimTrace trace, IReadOnlyList<(long StartMilliseconds, long ElapsedMilliseconds)>? lapTimes, ImmutableArray<HudReading> readings,
        double framesPerSecond)
    {
        var input = new SyncInput(trace, readings, framesPerSecond);
        var clock = ClockAnchors.Of(RowClockRefiner.Refine(RowClock.Of(trace, lapTimes), trace, readings), readings);
        var chain = AnchorChain.Pick(clock.Anchors(exactOnly: true), input.RowCount);
        var rows = chain.Count > 0 ? new GapFiller(input, clock.Rows).Fill(chain) : Enumerable.Repeat(-1, readings.Length).ToArray();
        var timeline = new Timeline(
            trace, readings, [.. rows.Select(row => row < 0 || row == input.RowCount ? (int?)null : row)], framesPerSecond, SyncMode.Clock);
        return new LockResult(timeline, chain.Count, input.CompareSpeeds(rows).Agreeing, 0, [], null);
    }
}
