using System.Collections.Immutable;
using Analyzer.Logs;

namespace Analyzer.Rewards;

/// <summary>
/// The language of the expressions as a piece of the program. The runtime compiles each method when it is first called, which takes
/// the language longer than evaluating a whole log does.
/// </summary>
public static class RewardLanguage
{
    private static readonly ImmutableArray<string> Columns = ["steps", "progress", "episode_status", "done", "action"];

    /// <summary>Components that together use each kind of operand and operator, and the functions that are met most.</summary>
    internal static RewardSet Tour { get; } = RewardSet.Default
        .With(new RewardComponent("Operators", "-x + 2 - +y * 3.5 / 2 // 1 % 7 + (1 + 2 - 3 * 4 / 5 // 6 % 7) ** 2 ** 2"))
        .With(new RewardComponent("Conditions", "prev(x) if 1 < steps <= 2 and not done or x != y > 5 else prev({y}, 2)"))
        .With(
            new RewardComponent("Members", "closest_waypoints[0] if 2 in [1, 2] and episode_status in ('pause', 'off_track') else -1 >= 0"))
        .With(new RewardComponent(
            "Functions",
            "abs(x) + min(x, 1) + max(1, y, 2) + round(x, 1) + round(y) + int(x) + float(1) + bool(x) + pow(x, 2)"))
        .With(
            new RewardComponent("Mathematics", "math.sqrt(x * x) + exp(-x) + log(1 + x) + atan2(x, y) + hypot(x, y) + floor(x) + math.pi"))
        .With(new RewardComponent("Gaps", "sum((action, len('text'))) / (steps - 1)"));

    /// <summary>
    /// Has the language compiled, by evaluating it over a made-up run of two rows: best done on a thread that has nothing to do.
    /// </summary>
    public static void WarmUp() => RewardTable.Evaluate(Tour, new RewardRows(MadeUp()));

    /// <summary>The made-up run.</summary>
    internal static SimTrace MadeUp() => new(
        "", Columns, [Row(0), Row(1)], [["1.0", "0.5", "in_progress", "False", "3"], ["2.0", "1.5", "off_track", "True", ""]]);

    private static SimTraceRow Row(int index) => new()
    {
        Index = index,
        Episode = 0,
        Steps = index + 1,
        X = index + 1.5,
        Y = index + 2.5,
        YawDegrees = 0,
        SteeringDegrees = 0,
        ThrottleMetresPerSecond = 1,
        Action = null,
        Reward = 0,
        Done = index > 0,
        AllWheelsOnTrack = true,
        ProgressPercent = index,
        ClosestWaypoint = index,
        TrackLengthMetres = 10,
        TimestampMilliseconds = index,
        Status = EpisodeStatus.InProgress,
        StatusText = "in_progress",
        PauseSecondsLeft = 0,
        DisplacementSpeedMetresPerSecond = 1,
    };
}
