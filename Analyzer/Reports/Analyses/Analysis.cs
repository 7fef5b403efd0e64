using System.Collections.Immutable;

namespace Analyzer.Reports.Analyses;

/// <summary>One analysis of a report.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Needs">What it stands on; without that its part of the report stays empty.</param>
/// <param name="Gives">The properties of the report that it fills.</param>
/// <param name="Add">Fills them; may use what the analyses before it have filled.</param>
internal sealed record Analysis(string Name, string Needs, string Gives, Func<ReportInput, Report, Report> Add)
{
    /// <summary>All of them, in the order in which they are made: a new one is a file and a row here.</summary>
    public static ImmutableArray<Analysis> All { get; } =
    [
        new("Laps", "a log", "laps, bestLap, lapStart", LapAnalysis.Add),
        new("Sections", "a completed lap", "sections, sectionsBy, opportunities", SectionAnalysis.Add),
        new("Joined lap", "two completed laps", "joined", JoinedLap.Add),
        new("Losses", "a completed lap, sections", "resets, slow", LossAnalysis.Add),
        new("Actions", "a log, sections", "actions, coverage, zigZag", ActionAnalysis.Add),
        new("Advice", "actions of a discrete space", "cut, revalue", ActionAdvice.Add),
        new("Steps", "a log", "steps", StepAnalysis.Add),
        new("Rewards", "reward components, steps", "rewards", RewardAudit.Add),
        new("Training", "a training's iterations", "training", TrainingAnalysis.Add),
        new("Against", "another run", "against", AgainstAnalysis.Add),
        new("Verdict", "all of the above", "verdict", Analyses.Verdict.Add),
    ];

    /// <summary>The whole report; of a log without driving the laps, and the sentence that says so.</summary>
    public static Report Run(ReportInput input) => LapAnalysis.Still(input) is { } still
        ? LapAnalysis.Add(input, new Report()) with { Verdict = [still], IsDriven = false }
        : All.Aggregate(new Report(), (report, analysis) => analysis.Add(input, report));
}
