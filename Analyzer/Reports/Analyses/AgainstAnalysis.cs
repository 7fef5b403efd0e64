using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs;

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

    // This run's, unless the other one's rows tell of another.
    private static ActionSpace SpaceOf(ActionSpace own, SimTrace other)
    {
        var driven = ActionSpace.FromTrace(other);
        return driven.Choices.All(own.Choices.Contains) && driven.IsContinuous == own.IsContinuous ? own : driven;
    }
}
