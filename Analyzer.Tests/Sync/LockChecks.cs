using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

/// <summary>What the tests ask of a lock, and do to the readings before it.</summary>
internal static class LockChecks
{
    /// <summary>What the HUD shows of a row's speed, hundredths of a metre a second.</summary>
    public static int ShownSpeed(this SimTraceRow row) => (int)Math.Round(row.DisplacementSpeedMetresPerSecond * 100);

    public static int?[] Rows(this LockResult result) =>
        [.. Enumerable.Range(0, result.Timeline.FrameCount).Select(frame => result.Timeline.RowAt(frame)?.Index)];

    /// <summary>Frames whose row is not the true one.</summary>
    public static int[] WrongFrames(this LockResult result, ImmutableArray<int?> trueRows)
    {
        Assert.Equal(trueRows.Length, result.Timeline.FrameCount);
        return [.. Enumerable.Range(0, trueRows.Length).Where(frame => result.Timeline.RowAt(frame)?.Index != trueRows[frame])];
    }

    /// <summary>
    /// Frames whose row is not the true one, nor its neighbour with just the speed that the picture shows: where the car's speed stays
    /// the same nothing else than the clock tells one from the other.
    /// </summary>
    public static int[] FramesWrongByTheirSpeed(this LockResult result, ImmutableArray<int?> trueRows) =>
    [
        .. result.WrongFrames(trueRows).Where(frame =>
            result.Timeline.RowAt(frame) is not { } row || Math.Abs(row.Index - (trueRows[frame] ?? -2)) > 1
            || row.ShownSpeed() != result.Timeline.Readings[frame].SpeedCentimetresPerSecond),
    ];

    /// <summary>The log is not the video's, and this is said.</summary>
    public static void AssertAnotherRuns(LockResult result)
    {
        Assert.Equal((SyncMode.Time, 0), (result.Timeline.Sync, result.FramesLocked));
        Assert.StartsWith("The log is not this video's: ", result.Mismatch, StringComparison.Ordinal);
        Assert.Contains("--log FILE", result.Mismatch, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Mismatch, result.Remarks);
    }

    public static ImmutableArray<HudReading> WithoutClock(this ImmutableArray<HudReading> readings, Func<int, bool> without) =>
        [.. readings.Select((reading, frame) => without(frame) ? reading with { ClockMilliseconds = null } : reading)];

    public static ImmutableArray<HudReading> WithoutSpeed(this ImmutableArray<HudReading> readings) =>
        [.. readings.Select(reading => reading with { SpeedCentimetresPerSecond = null })];
}
