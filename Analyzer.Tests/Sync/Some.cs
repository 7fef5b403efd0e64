using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

/// <summary>Made-up logs and what is asked of a lock.</summary>
internal static class Some
{
    public readonly record struct Step(int Episode, int Steps, double X, double Y, long Milliseconds);

    public static SimTrace Trace(IReadOnlyList<Step> steps)
    {
        var rows = steps.Select((step, index) => new SimTraceRow
        {
            Index = index,
            Episode = step.Episode,
            Steps = step.Steps,
            X = step.X,
            Y = step.Y,
            YawDegrees = 0,
            SteeringDegrees = 0,
            ThrottleMetresPerSecond = 1,
            Action = 0,
            Reward = 0,
            Done = false,
            AllWheelsOnTrack = true,
            ProgressPercent = 0,
            ClosestWaypoint = 0,
            TrackLengthMetres = 17,
            TimestampMilliseconds = step.Milliseconds,
            Status = EpisodeStatus.InProgress,
            StatusText = "in_progress",
            PauseSecondsLeft = 0,
            DisplacementSpeedMetresPerSecond = index == 0 ? 0 : Speed(steps[index - 1], step),
        });
        return new SimTrace("log.csv", [], [.. rows], [.. steps.Select(_ => ImmutableArray<string>.Empty)]);
    }

    /// <summary>What the HUD shows of a row's speed.</summary>
    public static int Centimetres(SimTraceRow row) => (int)Math.Round(row.DisplacementSpeedMetresPerSecond * 100);

    public static int?[] Rows(this LockResult result) =>
        [.. Enumerable.Range(0, result.Timeline.FrameCount).Select(frame => result.Timeline.RowAt(frame)?.Index)];

    /// <summary>Frames whose row is not the true one.</summary>
    public static int[] WrongFrames(this LockResult result, IReadOnlyList<int?> trueRows) =>
        [.. Enumerable.Range(0, trueRows.Count).Where(frame => result.Timeline.RowAt(frame)?.Index != trueRows[frame])];

    public static ImmutableArray<HudReading> WithoutClock(this ImmutableArray<HudReading> readings, Func<int, bool> without) =>
        [.. readings.Select((reading, frame) => without(frame) ? reading with { ClockMilliseconds = null } : reading)];

    public static ImmutableArray<HudReading> WithoutSpeed(this ImmutableArray<HudReading> readings) =>
        [.. readings.Select(reading => reading with { SpeedCentimetresPerSecond = null })];

    private static double Speed(Step from, Step to) =>
        Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)) * 1000 / (to.Milliseconds - from.Milliseconds);
}
