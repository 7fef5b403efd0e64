using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs;
using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>The other run of <c>--against</c>: its laps cut at this run's sections, its actions by the same numbers.</summary>
/// <param name="Log">Its log.</param>
/// <param name="Laps">Its laps.</param>
/// <param name="BestLap">The completed one with the least official time.</param>
/// <param name="Sections">Its passages through the sections of this run.</param>
/// <param name="Actions">Its use of each action.</param>
internal sealed record AgainstFigures(
    string Log, ImmutableArray<LapFigures> Laps, int? BestLap, ImmutableArray<SectionFigures> Sections,
    ImmutableArray<ActionFigures> Actions);

/// <summary>Measures the other run of <c>--against</c> as this one.</summary>
internal static class AgainstAnalysis
{
    // Of fewer laps chance can't be told: two groups have ties by nature.
    private const int MinLaps = 9;

    /// <summary>The other run; nothing without one.</summary>
    public static Report Add(ReportInput input, Report report)
    {
        if (input.Against is not { } times) return report;
        var other = new ReportInput(times, SpaceOf(input.ActionSpace, times.Trace), new Rewards.RewardTable([]));
        var laps = LapAnalysis.Add(other, new Report());
        var sections = input.IsTraining ? [] : SectionAnalysis.Of(other, SectionAnalysis.Borders(input));
        return report with
        {
            Against = new AgainstFigures(times.Trace.Path, laps.Laps, laps.BestLap, sections, ActionAnalysis.Of(other, sections)),
        };
    }

    /// <summary>Which of the two is faster, and whether their laps tell; null without completed laps on both sides.</summary>
    public static VerdictSentence? Say(Report report)
    {
        if (report.Against is not { } against || report.Training is not null) return null;
        var (here, there) = (Completed(report.Laps), Completed(against.Laps));
        if (here.Length == 0 || there.Length == 0) return null;
        var laps = here.Length + there.Length;
        var rank = Ranking.Of([.. here.Select(_ => 0.0), .. there.Select(_ => 1.0)], [.. here, .. there]) ?? 0;
        var told = laps < MinLaps ? $"{laps} laps are too few to tell more"
            : Ranking.ChanceOf(rank, laps) <= Ranking.Significance ? "the laps are farther apart than by chance"
            : "the laps are no farther apart than by chance";
        return new VerdictSentence(
            $"Against the other run the best lap is {Apart(here.Min() - there.Min())}, "
                + $"the mean of the completed ones {Apart(here.Average() - there.Average())}; {told}.",
            Invariant($"lap:{report.BestLap}"));
    }

    private static string Apart(double seconds) => Math.Abs(seconds) < 0.0005
        ? "the same"
        : Invariant($"{Math.Abs(seconds):0.000} s {(seconds < 0 ? "faster" : "slower")}");

    private static double[] Completed(ImmutableArray<LapFigures> laps) => [.. laps.Where(lap => lap.Completed).Select(lap => lap.Seconds)];

    // This run's, unless the other one's rows tell of another.
    private static ActionSpace SpaceOf(ActionSpace own, SimTrace other)
    {
        var driven = ActionSpace.FromTrace(other);
        return driven.Choices.All(own.Choices.Contains) && driven.IsContinuous == own.IsContinuous ? own : driven;
    }
}
