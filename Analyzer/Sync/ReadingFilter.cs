using System.Collections.Immutable;
using Analyzer.Hud;

namespace Analyzer.Sync;

/// <summary>Empties readings that the log tells against. It never puts a value in: about one speed in twelve is in no row.</summary>
internal static class ReadingFilter
{
    /// <summary>The readings without those in doubt: clocks that fit nowhere, and ambiguous speeds that are not their row's.</summary>
    /// <param name="locked">The lock that they led to.</param>
    /// <param name="ambiguousSpeeds">By frame: whether the speed's digits are near to others; empty where that is not known.</param>
    public static ImmutableArray<HudReading> Drop(LockResult locked, ImmutableArray<bool> ambiguousSpeeds)
    {
        var timeline = locked.Timeline;
        var readings = timeline.Readings.ToBuilder();
        foreach (var frame in locked.DoubtfulClocks) readings[frame] = readings[frame] with { ClockMilliseconds = null };
        for (var frame = 0; frame < ambiguousSpeeds.Length; frame++)
        {
            if (ambiguousSpeeds[frame] && timeline.Sync == SyncMode.Clock && !IsTheRows(timeline, frame))
                readings[frame] = readings[frame] with { SpeedCentimetresPerSecond = null };
        }

        return readings.ToImmutable();
    }

    private static bool IsTheRows(Timeline timeline, int frame) =>
        timeline.RowAt(frame) is not { } row
        || timeline.Readings[frame].SpeedCentimetresPerSecond == LockInput.HudSpeedOf(row);
}
