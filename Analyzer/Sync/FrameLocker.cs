using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>Finds the log's row in every frame, from what the frames' HUDs say.</summary>
internal static class FrameLocker
{
    // Clocks hit rows nearly always where log and video belong together; by chance, of two runs that keep time alike, one in six does.
    private const double SureHitShare = 0.5;
    private const int MinSureHits = 5;

    // So many times more clocks hit rows without the metrics when these are another run's.
    private const double MetricsMisfit = 1.1;

    // Nine in ten moving frames show their row's speed; of a wrong log's rows one in twenty, one in five where the path is bent to fit.
    private const double SureAgreement = 0.5;
    private const int MinAgreeing = 20;

    // Of what was read, so much points to rows in one order where log and video belong together; by chance, hardly any.
    private const double MinInOrder = 0.25;

    // Where the clock names rows only roughly, the speeds may do better.
    private const double ClockPreference = 0.9;

    // Stretches of so many rows without a clock are first searched for by their speeds.
    private const int LongGapRows = 30;

    // Where so many clocks are just a row's, one that is none was misread: the worst compressed copies reach this.
    private const double NearlyAll = 0.9;

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
        var input = new LockInput(trace, readings, framesPerSecond);
        var clock = ClockOf(input, null);
        var metricsMisfit = lapTimes is not null && !RowClock.Fits(trace, lapTimes);
        if (lapTimes is not null && !metricsMisfit)
        {
            var withMetrics = ClockOf(input, lapTimes);
            metricsMisfit = IsSure(clock) && clock.Hits > MetricsMisfit * withMetrics.Hits;
            if (!metricsMisfit) clock = withMetrics;
        }

        var path = IsSure(clock) ? BySureClock(input, clock) : ByDoubtfulClock(input, clock);
        path ??= WallClockPath.Of(input, RowClock.Of(trace, lapTimes: null)) ?? new SyncPath(TimeAlignment.Of(input), 0, SyncMode.Time);
        var timeline = new Timeline(
            trace, readings, [.. path.Rows.Select(row => input.IsInLog(row) ? row : (int?)null)], framesPerSecond, path.Sync);
        var remarks = new LockRemarks(input, clock, path, metricsMisfit);
        return new LockResult(
            timeline, path.FramesLocked, input.CountAgreeing(path.Rows), MeanLag(input, path.Rows), remarks.All(), remarks.Mismatch())
        {
            DoubtfulClocks = path.Sync == SyncMode.Clock && clock.HitShare >= NearlyAll ? [.. clock.Misfits(input, path.Rows)] : [],
            SureFrames = path.Sync == SyncMode.Clock && IsSure(clock) ? 1 + clock.LastHit(path.Rows) : 0,
        };
    }

    private static ClockAnchors ClockOf(LockInput input, IReadOnlyList<(long StartMilliseconds, long ElapsedMilliseconds)>? lapTimes)
    {
        var clock = RowClock.Of(input.Trace, lapTimes);
        var near = Refined(clock);
        if (IsSure(near) || lapTimes is not null) return near;
        return RowClockRefiner.ShiftFar(clock, input.Readings) is { } shifted ? Refined(shifted) : near;

        ClockAnchors Refined(RowClock clock) =>
            ClockAnchors.Of(RowClockRefiner.Refine(clock, input.Trace, input.Readings), input.Readings);
    }

    private static bool IsSure(ClockAnchors clock) => clock.Hits >= MinSureHits && clock.HitShare >= SureHitShare;

    private static SyncPath? BySureClock(LockInput input, ClockAnchors clock)
    {
        var anchors = clock.Anchors(input, exactOnly: true);
        return PathOf(input, clock.Rows, [.. anchors, .. SpeedAnchorsInGaps(input, anchors)], 0, SyncMode.Clock);
    }

    /// <summary>The clock lies between the rows' clocks, or it is not this log's: the speeds decide.</summary>
    private static SyncPath? ByDoubtfulClock(LockInput input, ClockAnchors clock)
    {
        var moving = input.Readings.Count(reading => reading.SpeedCentimetresPerSecond > 0);
        var byClock = PathOf(input, clock.Rows, clock.Anchors(input, exactOnly: false), clock.WithinLog, SyncMode.Clock);
        var bySpeed = PathOf(
            input,
            new int?[input.FrameCount],
            new SpeedAnchors(input).Between(0, input.FrameCount),
            moving,
            SyncMode.Speed);
        var (clockAgrees, speedAgrees) = (AgreementOf(input, byClock), AgreementOf(input, bySpeed));
        return clockAgrees > 0 && clockAgrees >= ClockPreference * speedAgrees ? byClock : speedAgrees > 0 ? bySpeed : null;
    }

    private static List<Anchor> SpeedAnchorsInGaps(LockInput input, List<Anchor> anchors)
    {
        var found = new List<Anchor>();
        SpeedAnchors? speeds = null;
        var before = -1;
        foreach (var frame in anchors.Select(anchor => anchor.Frame).Append(input.FrameCount))
        {
            if (frame - before > LongGapRows * input.FrameStride)
                found.AddRange((speeds ??= new SpeedAnchors(input)).Between(before + 1, frame));

            before = frame;
        }

        return found;
    }

    private static SyncPath? PathOf(LockInput input, int?[] clockRows, IEnumerable<Anchor> anchors, int readings, SyncMode sync)
    {
        var chain = AnchorChain.Pick(anchors, input.RowCount);
        if (chain.Count == 0 || chain.Count < MinInOrder * readings) return null;
        var locked = chain.Count(anchor => anchor.Weight >= Anchor.ByClock && anchor.Row >= 0);
        return new SyncPath(new GapFiller(input, clockRows, Cadence.Of(chain, input.FrameStride)).Fill(chain), locked, sync);
    }

    /// <summary>How many moving frames show their row's speed; 0 where it could be chance.</summary>
    private static int AgreementOf(LockInput input, SyncPath? path)
    {
        if (path is null) return 0;
        var (moving, agreeing) = input.CompareMoving(path.Rows);
        return agreeing >= MinAgreeing && agreeing >= SureAgreement * moving ? agreeing : 0;
    }

    private static double MeanLag(LockInput input, int[] rows)
    {
        var lags = Enumerable.Range(0, rows.Length)
            .Where(frame => input.IsInLog(rows[frame]))
            .Select(frame => (frame / input.FrameStride) - (rows[frame] / input.RowStride));
        return lags.DefaultIfEmpty(0).Average();
    }
}
