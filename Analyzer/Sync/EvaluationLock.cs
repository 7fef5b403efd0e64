using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>Locks a log to a video in two passes: a first lock tells which readings are in doubt, the second does without them.</summary>
internal static class EvaluationLock
{
    /// <summary>Locks frames to rows.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="metrics">The simulator's own lap times; null where there are none.</param>
    /// <param name="scan">What the video's HUD says.</param>
    public static LockResult Of(SimTrace trace, EvaluationMetrics? metrics, HudScan scan)
    {
        var lapTimes = metrics?.LapTimes(trace);
        var first = FrameLocker.Lock(trace, lapTimes, scan.Readings, scan.FramesPerSecond);
        var readings = ReadingFilter.Drop(first, scan.AmbiguousSpeeds);
        return readings.SequenceEqual(scan.Readings) ? first : FrameLocker.Lock(trace, lapTimes, readings, scan.FramesPerSecond);
    }
}
