using Analyzer.Laps;
using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>Says in which section most is to be had by driving alone: what resets and dawdling cost there is told by itself.</summary>
internal static class OpportunityVerdict
{
    private const int MinLaps = 2;

    /// <summary>What it is worth a lap, and the sentence; null where nothing is to be had, or fewer than two laps tell.</summary>
    public static (double Worth, VerdictSentence? Sentence) Of(ReportInput input, Report report)
    {
        var told = Told(input, report);
        var best = told.Select(section => (Section: section, Laps: Undisturbed(report, section)))
            .Where(it => it.Laps.Length >= MinLaps)
            .Select(it => (it.Section, it.Laps.MinBy(lap => lap.Seconds)!.Lap, Seconds: Recoverable(it.Laps)))
            .OrderByDescending(it => it.Seconds)
            .FirstOrDefault();
        if (best.Section is not { } section || best.Seconds < Verdict.MinSeconds) return (0, null);
        var most = told.MaxBy(other => other.Recoverable) == section && section.Recoverable <= best.Seconds ? "Most"
            : report.Slow.IsEmpty ? "Resets apart, most"
            : report.Resets.IsEmpty ? "Dawdling apart, most"
            : "Resets and dawdling apart, most";
        return (best.Seconds, new VerdictSentence(
            Invariant($"{most} is to be had in {Verdict.Name(section)}: {best.Seconds:0.00} s a lap, as lap {best.Lap} drove it."),
            Invariant($"section:{section.Section}")));
    }

    // What the log tells nothing of is no driver's to be had.
    private static SectionFigures[] Told(ReportInput input, Report report)
    {
        var untold = StepAnalysis.LongSteps(input.Trace).Select(step => step.Row).ToArray();
        return
        [
            .. report.Sections.Where(section =>
                !section.Laps.Any(lap => untold.Any(row => row >= lap.FromRow && row <= lap.ToRow + 1))),
        ];
    }

    private static SectionPassage[] Undisturbed(Report report, SectionFigures section)
    {
        var disturbed = report.Resets
            .Where(reset => reset.Progress < section.ToProgress && reset.UntilProgress > section.FromProgress)
            .Select(reset => reset.Lap)
            .Concat(report.Slow
                .Where(slow => slow.FromProgress < section.ToProgress && slow.ToProgress > section.FromProgress)
                .Select(slow => slow.Lap))
            .ToHashSet();
        return [.. section.Laps.Where(lap => report.Laps[lap.Lap - 1].Completed && !disturbed.Contains(lap.Lap))];
    }

    private static double Recoverable(SectionPassage[] laps) => laps.Average(lap => lap.Seconds) - laps.Min(lap => lap.Seconds);
}
