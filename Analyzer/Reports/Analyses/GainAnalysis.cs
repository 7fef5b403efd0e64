using Analyzer.Laps;
using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>
/// Measures what there is to gain in each section by driving alone: what resets and dawdling cost there is told by itself. The report's
/// sentence, the player's lines and the coach's film all tell of this.
/// </summary>
internal static class GainAnalysis
{
    private const int MinLaps = 2;

    /// <summary>The sections that two laps at least drove undisturbed, most to gain first.</summary>
    public static Report Add(ReportInput input, Report report) => report with
    {
        Gains =
        [
            .. Told(input, report)
                .Select(section => (section.Section, Laps: Undisturbed(input, report, section)))
                .Where(it => it.Laps.Length >= MinLaps)
                .Select(it => new SectionGain(
                    it.Section, it.Laps.Average(lap => lap.Seconds) - it.Laps.Min(lap => lap.Seconds),
                    it.Laps.MinBy(lap => lap.Seconds)!.Lap, [.. it.Laps.Select(lap => lap.Lap)]))
                .OrderByDescending(gain => gain.Seconds),
        ],
    };

    /// <summary>A run's sections, and what there is to gain in them; none of a training.</summary>
    public static LapSections SectionsOf(ReportInput input)
    {
        var report = Add(input, LossAnalysis.Add(input, SectionAnalysis.Add(input, new Report())));
        return new LapSections(report.Sections, report.Gains);
    }

    /// <summary>What it is worth a lap, and the sentence; null where nothing is to be had, or fewer than two laps tell.</summary>
    public static (double Worth, VerdictSentence? Sentence) Say(ReportInput input, Report report)
    {
        if (report.Gains is not [{ Seconds: >= Verdict.MinSeconds } best, ..]) return (0, null);
        var section = report.Sections[best.Section - 1];
        var most = Told(input, report).MaxBy(other => other.Recoverable) == section && section.Recoverable <= best.Seconds ? "Most"
            : report.Slow.IsEmpty ? "Resets apart, most"
            : report.Resets.IsEmpty ? "Dawdling apart, most"
            : "Resets and dawdling apart, most";
        return (best.Seconds, new VerdictSentence(
            Invariant($"{most} is to be had in {Verdict.Name(section)}: {best.Seconds:0.00} s a lap, as lap {best.BestLap} drove it."),
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

    private static SectionPassage[] Undisturbed(ReportInput input, Report report, SectionFigures section)
    {
        var disturbed = report.Resets
            .Where(reset => reset.Progress < section.ToProgress && reset.UntilProgress > section.FromProgress)
            .Select(reset => reset.Lap)
            .Concat(report.Slow
                .Where(slow => slow.FromProgress < section.ToProgress && slow.ToProgress > section.FromProgress)
                .Select(slow => slow.Lap))
            .ToHashSet();
        return [.. section.Laps.Where(lap => input.Times.IsCompleted(input.Trace.Laps[lap.Lap - 1]) && !disturbed.Contains(lap.Lap))];
    }
}
