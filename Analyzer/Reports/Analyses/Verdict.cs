using Analyzer.Laps;
using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>A sentence of the verdict.</summary>
/// <param name="Text">What is so, with its number.</param>
/// <param name="At">Where to see it: what <c>play --at</c> takes; null where it has no place.</param>
internal sealed record VerdictSentence(string Text, string? At);

/// <summary>The verdict: at most six sentences on what to change, by what it is worth; none that the data don't support.</summary>
internal static class Verdict
{
    private const int MaxSentences = 6;
    private const int MaxNamed = 3;

    /// <summary>Less is not worth a sentence: seconds a lap.</summary>
    public const double MinSeconds = 0.05;

    // Evaluations of calm cars show 2 to 15 % of such steps, of those that swing from side to side 20 to 30 %; chance would give 50.
    private const double MuchZigZag = 0.2;

    /// <summary>The sentences: those that cost time by how much a lap, then what the action space wastes and the reward pays for.</summary>
    public static Report Add(ReportInput input, Report report)
    {
        // In the order in which they are worth being kept.
        (double Worth, VerdictSentence? Sentence)[] all =
        [
            (0, NoneCompleted(report)),
            (0, TrainingVerdict.Learning(input)),
            (0, AgainstAnalysis.Say(report)),
            Resets(report),
            Slow(report),
            (0, LongStep(input, report)),
            OpportunityVerdict.Of(input, report),
            (-1, NeverReached(input, report)),
            (-1.5, ZigZag(input, report)),
            (-2, NeverChosen(input, report)),
            (-3, RewardVerdict.Of(input, report)),
            // What is lost where, and what is had for it in the end.
            (0, Joined(report)),
            (-4, TrainingVerdict.Ends(input, report)),
        ];
        return report with
        {
            Verdict =
            [
                .. all.Where(it => it.Sentence is not null)
                    .Take(MaxSentences)
                    .OrderByDescending(it => it.Worth)
                    .Select(it => it.Sentence!),
            ],
        };
    }

    /// <summary>As in <c>2, 5 and 11</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    /// <summary>As in <c>section 5 (left, 62 to 96 %)</c>.</summary>
    public static string Name(SectionFigures section) =>
        Invariant($"section {section.Section} ({section.Kind}, {section.FromProgress:0} to {section.ToProgress:0} %)");

    /// <summary>A progress as it is to be shown with one decimal, percent: less than a lap is never rounded to a whole one.</summary>
    public static double Shown(double progress) => progress < 100 ? Math.Min(99.9, progress) : progress;

    private static VerdictSentence? NoneCompleted(Report report)
    {
        if (report.BestLap is not null) return null;
        var farthest = report.Laps.MaxBy(lap => lap.Progress ?? double.NegativeInfinity)!;
        var what = report.Training is null ? "lap" : "episode";
        return new VerdictSentence(
            farthest.Progress >= 100
                ? Invariant($"No {what} has a time to compare: in {what} {farthest.Lap}, driven to its end, the log's time steps back.")
                : Invariant($"No {what} was completed; the farthest, {what} {farthest.Lap}, ")
                    + Invariant($"came to {Shown(farthest.Progress ?? 0):0.0} %."),
            Invariant($"lap:{farthest.Lap}"));
    }

    private static (double Worth, VerdictSentence? Sentence) Resets(Report report)
    {
        if (report.Resets.IsEmpty) return (0, null);
        var lost = report.Resets.Sum(reset => reset.Lost ?? 0);
        var worst = report.Resets.OrderByDescending(reset => reset.Lost ?? 0).ToArray();
        var (shown, named) = ByPlace(report, worst) ?? (worst[0], OneByOne(report, worst));
        var told = worst.Count(reset => reset.Lost is not null);
        var perLap = lost / report.Laps.Length;
        var cost = lost <= 0 ? ""
            : told == worst.Length ? Invariant($" cost {lost:0.00} s against the best lap, {perLap:0.00} s a lap")
            : Invariant($"; {told} of them, outside the best lap, cost {lost:0.00} s against it, {perLap:0.00} s a lap");
        var count = worst.Length == 1 ? "1 reset" : $"{worst.Length} resets{Kinds(worst)}";
        return (perLap, new VerdictSentence($"{count}{cost}: {List(named)}.", Invariant($"row:{shown.Row}")));
    }

    // Where each is not named with its own: how many of which kind.
    private static string Kinds(ResetLoss[] resets)
    {
        var kinds = resets.CountBy(reset => reset.Status.Replace('_', '-')).OrderByDescending(kind => kind.Value).ToArray();
        return resets.Length <= MaxNamed || kinds.Length < 2 ? ""
            : $" ({List([.. kinds.Select(kind => Invariant($"{kind.Value} {kind.Key}"))])})";
    }

    private static List<string> OneByOne(Report report, ResetLoss[] worst)
    {
        var named = worst.Take(MaxNamed).OrderBy(reset => reset.Row)
            .Select(reset => Invariant($"{reset.Status.Replace('_', '-')} in lap {reset.Lap} at {reset.Progress:0.0} %{In(report, reset)}"))
            .ToList();
        if (worst.Length > MaxNamed) named.Add(Invariant($"{worst.Length - MaxNamed} more"));
        return named;
    }

    // Of many resets the places that see them again and again; null where none does.
    private static (ResetLoss Shown, List<string> Named)? ByPlace(Report report, ResetLoss[] worst)
    {
        var places = worst.Where(reset => reset.Section is not null)
            .GroupBy(reset => report.Sections[reset.Section!.Value - 1])
            .Where(place => place.Count() > 1)
            .OrderByDescending(place => place.Count())
            .Take(MaxNamed)
            .ToArray();
        if (worst.Length <= MaxNamed || places is not [{ } first, ..]) return null;
        var named = places.Select(place => Invariant($"{place.Count()} in section {place.Key.Section} ({place.Key.Kind})")).ToList();
        var rest = worst.Length - places.Sum(place => place.Count());
        if (rest > 0) named.Add(Invariant($"{rest} elsewhere"));
        return (first.First(), named);
    }

    private static string In(Report report, ResetLoss reset) =>
        reset.Section is { } number ? Invariant($" (section {number}, {report.Sections[number - 1].Kind})") : "";

    private static (double Worth, VerdictSentence? Sentence) Slow(Report report)
    {
        if (report.Slow.IsEmpty) return (0, null);
        var worst = report.Slow[0];
        var more = report.Slow.Length > 1 ? Invariant($" It is the costliest of {report.Slow.Length} such stretches.") : "";
        return (report.Slow.Sum(slow => slow.Lost) / report.Laps.Length, new VerdictSentence(
            Invariant($"Lap {worst.Lap} dawdles from {worst.FromProgress:0} to {worst.ToProgress:0} %: ")
                + Invariant($"{worst.Lost:0.00} s more than other laps take there.{more}"),
            Invariant($"row:{worst.FromRow}")));
    }

    private static VerdictSentence? LongStep(ReportInput input, Report report)
    {
        if (report.Sections.IsEmpty || StepAnalysis.LongSteps(input.Trace).ToArray() is not { Length: > 0 } steps) return null;
        var (row, seconds) = steps.MaxBy(step => step.Seconds);
        return new VerdictSentence(
            Invariant($"In lap {input.Trace.LapOf(row).Number} the log tells nothing for {seconds:0.0} s ")
                + Invariant($"at {input.Times.ProgressAt(row):0.0} %: what is lost there may be the simulator's."),
            Invariant($"row:{row}"));
    }

    private static VerdictSentence? Joined(Report report)
    {
        if (report.Joined is not { Parts.Length: > 1 } joined || report.BestLap is not { } best) return null;
        var less = report.Laps[best - 1].Seconds - joined.Seconds;
        return less < MinSeconds ? null : new VerdictSentence(
            Invariant($"Pieces that join make a lap of {joined.Seconds:0.000} s, {less:0.000} s less than the best, lap {best}."),
            Invariant($"lap:{best}"));
    }

    private static VerdictSentence? NeverReached(ReportInput input, Report report)
    {
        if (report.Revalue.Where(action => action.NewSpeed < action.Speed).ToArray() is not { Length: > 0 } actions) return null;
        var fastest = LapAnalysis.FastestRow(input.Trace)!.Index;
        var values = actions.Select(action => action.Speed).Distinct().Order().Select(speed => Invariant($"{speed:0.0##}")).ToArray();
        var (speeds, verb) = (List(values), values.Length == 1 ? "is" : "are");
        return new VerdictSentence(
            Invariant($"{speeds} m/s {verb} never reached: the top speed is {LapAnalysis.SteadySpeed(input.Trace, fastest):0.00} m/s; ")
                + Invariant($"re-valued to {actions[0].NewSpeed:0.0} m/s, the model stays usable, but accelerates less: ")
                + "that calms a car, it makes none faster.",
            Invariant($"row:{fastest}"));
    }

    // A training tries actions at random.
    private static VerdictSentence? ZigZag(ReportInput input, Report report) => input.IsTraining || report.ZigZag < MuchZigZag ? null
        : new VerdictSentence(
            Invariant($"In {100 * report.ZigZag:0} % of its steps the car steers to the other side than the step before: ")
                + "a reward for steady steering would calm it.",
            null);

    private static VerdictSentence? NeverChosen(ReportInput input, Report report)
    {
        if (input.ActionSpace.IsContinuous || !ActionAdvice.TellsOfChoice(report)) return null;
        var idle = report.Actions.Where(action => action.Steps == 0).Select(action => Invariant($"{action.Action}")).ToArray();
        if (idle.Length == 0) return null;
        var (count, verb) = (Invariant($"{idle.Length} of {report.Actions.Length} actions"), idle.Length == 1 ? "is" : "are");
        var caution = input.IsTraining
            ? "not even sampled in these iterations; cutting them means a new training"
            : "an evaluation takes the best action each time, training may need them; cutting them means a new training";
        var where = report.BestLap is null && !input.IsTraining && report.Laps.Max(lap => lap.Progress) is { } most and < 100
            ? Invariant($" in the first {Shown(most):0.0} % of the lap") : "";
        return new VerdictSentence($"{count} {verb} never chosen{where}: {List(idle)} ({caution}).", null);
    }
}
