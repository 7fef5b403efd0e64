using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>The sentence of the verdict on what a reward pays for.</summary>
internal static class RewardVerdict
{
    private const double SlowPace = 0.75;

    // A twentieth more or less for a quarter slower is no reason for either.
    private const double Noticeable = 0.05;

    /// <summary>On the reward that is the user's own: the one they named, or in a training the logged one; null without one.</summary>
    public static VerdictSentence? Of(ReportInput input, Report report)
    {
        if (!input.HasOwnRewards || report.Whole is not { } whole)
            return input.IsTraining ? Alone(input, report.Rewards[0], "the logged reward") : null;
        return Pace(report, whole) is { Length: > 0 } pace
            ? new VerdictSentence($"{pace} {Rank(whole, "it")}", null)
            : Alone(input, whole, "this reward");
    }

    /// <summary>What a reward's rank with the lap times tells, a sentence.</summary>
    /// <param name="reward">The reward.</param>
    /// <param name="name">What it is called there.</param>
    public static string Rank(RewardFigures reward, string name)
    {
        if (reward.Laps < Ranking.MinPairs)
        {
            return reward.Laps == 0 ? $"No completed lap ranks {name} with speed."
                : Invariant($"{reward.Laps} {(reward.Laps == 1 ? "lap is" : "laps are")} too few to rank {name} with speed.");
        }

        if (reward.RankSpeed is not { } rank) return Invariant($"Over {reward.Laps} laps {name} is the same, whatever the speed.");
        var chance = Ranking.ChanceOf(rank, reward.Laps);
        return chance > Ranking.Significance
            ? Invariant($"{Subject(name)} has no relation with speed: rank {rank:0.00} over {reward.Laps} laps, ")
                + Invariant($"as chance gives in {100 * chance:0} of 100.")
            : Invariant($"{Subject(name)} ranks {rank:0.00} with speed over {reward.Laps} laps: ")
                + (rank > 0 ? "faster laps earn more." : "slower laps earn more.");
    }

    // Where no lap was completed, what is earned on the way is all there is to tell.
    private static VerdictSentence? Alone(ReportInput input, RewardFigures reward, string name)
    {
        if (reward.Laps > 0) return new VerdictSentence(Rank(reward, name), null);
        if (reward.RankProgress is not { } rank) return null;
        var chance = Ranking.ChanceOf(rank, reward.Episodes);
        var driven = Invariant($"over {reward.Episodes} {(input.IsTraining ? "episodes" : "laps")}");
        return new VerdictSentence(
            Subject(name) + (chance > Ranking.Significance
                ? Invariant($" has no relation with progress: rank {rank:0.00} {driven}, as chance gives in {100 * chance:0} of 100.")
                : Invariant($" ranks {rank:0.00} with progress {driven}: those that come farther earn {(rank > 0 ? "more" : "less")}.")),
            null);
    }

    private static string Subject(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Pace(Report report, RewardFigures whole)
    {
        if (SumAt(whole, 1) is not { } own || own == 0 || SumAt(whole, SlowPace) is not { } slow) return "";
        var gain = (slow - own) / Math.Abs(own);
        var parts = report.Rewards.Where(reward => report.Parts.Contains(reward.Name))
            .Select(reward => (reward.Name, Gain: (SumAt(reward, SlowPace) - SumAt(reward, 1)) / Math.Abs(own)))
            .Where(part => part.Gain is not null && Math.Abs(part.Gain.Value) >= 0.005)
            .OrderByDescending(part => Math.Abs(part.Gain!.Value))
            .Take(3)
            .Select(part => Invariant($"`{part.Name}` {Signed(part.Gain!.Value)}"))
            .ToArray();
        var judgement = gain > Noticeable ? "this reward pays for dawdling"
            : gain < -Noticeable ? "this reward pays for speed"
            : "this reward does not care for the pace";
        var of = parts.Length == 0 ? "" : $"; of it, {string.Join(", ", parts)}";
        var earns = Math.Abs(gain) < 0.005 ? "the same" : Invariant($"{100 * Math.Abs(gain):0} % {(gain < 0 ? "less" : "more")}");
        return $"At 75 % of its pace the best lap earns {earns}: {judgement}{of}.";
    }

    private static double? SumAt(RewardFigures reward, double factor) => reward.Pace.FirstOrDefault(pace => pace.Factor == factor)?.Sum;

    private static string Signed(double share) => Invariant($"{(share < 0 ? "-" : "")}{100 * Math.Abs(share):0} %");
}
