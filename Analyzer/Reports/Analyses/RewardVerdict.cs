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
            return input.IsTraining ? new VerdictSentence(Rank(report.Rewards[0], "the logged reward"), null) : null;
        return new VerdictSentence(
            Pace(report, whole) is { Length: > 0 } pace ? $"{pace} {Rank(whole, "it")}" : Rank(whole, "this reward"), null);
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
        var subject = char.ToUpperInvariant(name[0]) + name[1..];
        return chance > Ranking.Significance
            ? Invariant($"{subject} has no relation with speed: rank {rank:0.00} over {reward.Laps} laps, ")
                + Invariant($"as chance gives in {100 * chance:0} of 100.")
            : Invariant($"{subject} ranks {rank:0.00} with speed over {reward.Laps} laps: ")
                + (rank > 0 ? "faster laps earn more." : "slower laps earn more.");
    }

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
