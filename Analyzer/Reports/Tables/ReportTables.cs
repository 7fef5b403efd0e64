using System.Globalization;
using Analyzer.Reports.Analyses;
using static System.FormattableString;

namespace Analyzer.Reports.Tables;

/// <summary>The report's evidence as tables, for the console and the page alike.</summary>
internal static class ReportTables
{
    /// <summary>Rows of a table at most.</summary>
    public const int MaxRows = 40;

    private const int MaxEnds = 10;

    /// <summary>The tables that there is something for; none where nothing was driven, for they would be full of zeros.</summary>
    public static IEnumerable<ReportTable> Of(Report report) =>
        report.IsDriven ? All(report).Where(table => table.Rows.Count > 0) : [];

    private static IEnumerable<ReportTable> All(Report report)
    {
        yield return Laps(report);
        yield return Sections(report);
        if (report.Joined is { } joined) yield return Joined(joined);
        yield return Actions(report);
        yield return Revalued(report);
        if (report.Cut is { } cut) yield return Cut(cut);
        yield return Rewards(report);
        if (report.Steps is { } steps) yield return Steps(steps);
        if (report.Training is { } training)
        {
            yield return Training(training);
            yield return Ends(training);
        }

        if (report.Against is not { } against) yield break;
        foreach (var table in AgainstTables.Of(report, against)) yield return table;
    }

    /// <summary>What re-valuing costs; empty where it costs nothing.</summary>
    public static string AtAPrice(Report report) =>
        report.Revalue.Any(action => action.NewSpeed < action.Speed) ? "; a lower speed accelerates less" : "";

    private static ReportTable Laps(Report report)
    {
        var table = new ReportTable(
            report.LapStart == "estimated" ? "Laps (estimated times)" : $"Laps (official times, starts by {report.LapStart})",
            ["lap", "seconds", "progress", "status", "off", "crash", "metres", "mean m/s", "top m/s"]);
        foreach (var lap in report.Laps.Take(MaxRows))
        {
            var best = lap.Lap == report.BestLap ? "*" : "";
            table.AddRow(
                $"{lap.Lap}{best}", $"{lap.Seconds:0.000}", $"{Progress(lap.Progress)}", $"{lap.Status}", $"{lap.OffTrack}",
                $"{lap.Crashed}", $"{lap.Metres:0.0}", $"{lap.MeanSpeed:0.00}", $"{lap.TopSpeed:0.00}");
        }

        return table.Counted(report.Laps.Length);
    }

    private static ReportTable Sections(Report report)
    {
        var table = new ReportTable(
            "Where the time goes, most recoverable first",
            ["section", "kind", "progress", "waypoints", "mean s", "best s", "lap", "recoverable s"]);
        foreach (var section in report.Opportunities.Select(number => report.Sections[number - 1]))
        {
            var seconds = section.Laps.Where(lap => report.Laps[lap.Lap - 1].Completed).Select(lap => lap.Seconds).ToArray();
            table.Add(
                Invariant($"{section.Section}"), section.Kind, Invariant($"{section.FromProgress:0.0}-{section.ToProgress:0.0}"),
                Invariant($"{section.FromWaypoint}-{section.ApexWaypoint}-{section.ToWaypoint}"), Invariant($"{seconds.Average():0.000}"),
                Invariant($"{seconds.Min():0.000}"), Invariant($"{section.BestLap}"), Invariant($"{section.Recoverable:0.000}"));
        }

        return table.Noted(report.SectionsBy == "track"
            ? "Sections are cut, and numbered, by the track's centre line."
            : "Sections are cut by the driven line; with --track they have other numbers.");
    }

    private static ReportTable Joined(JoinedLapFigures joined)
    {
        var table = new ReportTable(Invariant($"Joined lap: {joined.Seconds:0.000} s of pieces that join"), ["lap", "progress", "rows"]);
        foreach (var part in joined.Parts)
            table.AddRow($"{part.Lap}", $"{part.FromProgress:0.0}-{part.ToProgress:0.0}", $"{part.FromRow}-{part.ToRow}");
        return table;
    }

    private static string Coverage(Report report) =>
        string.Concat(report.Coverage.Where(it => it.Value > 0).Select(it => Invariant(
            $"{it.Value} {(it.Value == 1 ? "makes" : "make")} up {100 * double.Parse(it.Key, CultureInfo.InvariantCulture):0} %, ")))
            .TrimEnd(',', ' ') is { Length: > 0 } shares ? $"{shares}; " : "";

    private static ReportTable Actions(Report report)
    {
        var table = new ReportTable(
            Invariant($"Actions ({Coverage(report)}zig-zag {100 * report.ZigZag:0} % of steps)"),
            ["action", "steering", "m/s", "steps", "share", "straight", "left", "right", "real m/s"]);
        // Without sections nobody knows where.
        string Where(int steps) => report.Sections.IsEmpty ? "-" : Invariant($"{steps}");
        foreach (var action in report.Actions.Take(MaxRows))
        {
            table.AddRow(
                $"{action.Action}", $"{action.Steering:0.#}", $"{action.Speed:0.0#}", $"{action.Steps}",
                $"{100 * action.Share:0.0} %", $"{Where(action.Straight)}", $"{Where(action.Left)}", $"{Where(action.Right)}",
                $"{action.MedianSpeed:0.00}");
        }

        return table.Counted(report.Actions.Length);
    }

    private static ReportTable Revalued(Report report)
    {
        var table = new ReportTable(
            $"Re-value: the trained model stays usable{AtAPrice(report)}", ["action", "steering", "to", "m/s", "to", "steps"]);
        foreach (var action in report.Revalue)
        {
            table.AddRow(
                $"{action.Action}", $"{action.Steering:0.#}", $"{action.NewSteering:0.#}", $"{action.Speed:0.0#}",
                $"{action.NewSpeed:0.0#}", $"{action.Steps}");
        }

        return table;
    }

    private static ReportTable Cut(ActionCut cut)
    {
        var what = cut.Actions.Length == 1 ? "action" : "actions";
        var table = new ReportTable(
            Invariant($"Cut to {cut.Actions.Length} {what} with {100 * cut.Share:0.0} % of the steps: a new training"),
            ["without action", "take", "steps", "none near in"]);
        foreach (var it in cut.Replacements) table.AddRow($"{it.Action}", $"{it.By}", $"{it.Steps}", $"{it.Without}");
        return cut.Replacements.Any(it => it.Without > 0)
            ? table.Noted("Where none is near, keep the action, or see that no corner needs it.")
            : table;
    }

    private static string RankNote(Report report) =>
        report.Rewards is [{ Laps: < Ranking.MinPairs } any, ..] ? $" {RewardVerdict.Rank(any, "them")}" : "";

    private static ReportTable Rewards(Report report)
    {
        var table = new ReportTable(
            $"Rewards.{RankNote(report)}",
            ["reward", "weight", "swing", "speed", "progress", "50 %", "75 %", "100 %", "125 %"]);
        foreach (var reward in report.Rewards)
        {
            var pace = reward.Pace.Select(it => Short(it.Sum)).Concat(Enumerable.Repeat("-", 4)).Take(4);
            table.Add(
            [
                reward.Name, Percent(reward.Weight), Percent(reward.Swing), Rank(reward.RankSpeed), Rank(reward.RankProgress), .. pace,
            ]);
        }

        return table;
    }

    private static string Progress(double? percent) => percent is { } known ? Invariant($"{Verdict.Shown(known):0.0} %") : "-";

    private static string Percent(double? share) => share is null ? "-" : Invariant($"{100 * share:0} %");

    private static string Rank(double? rank) => rank is null ? "-" : Invariant($"{rank:0.00}");

    private static string Short(double? sum) => sum switch
    {
        null => "-",
        _ when Math.Abs(sum.Value) >= 1e6 => Invariant($"{sum:0.00e0}"),
        _ => Invariant($"{sum:0.#}"),
    };

    private static ReportTable Steps(StepFigures steps)
    {
        var table = new ReportTable("Steps", ["median ms", "p95 ms", "longest ms", "slow", "real-time factor", "laps with gaps"]);
        var gaps = Verdict.List([.. steps.LapsWithGaps.Take(MaxEnds).Select(lap => Invariant($"{lap}"))]);
        table.Add(
            Invariant($"{steps.MedianMs:0}"), Invariant($"{steps.P95Ms:0}"), Invariant($"{steps.MaxMs:0}"), Invariant($"{steps.Slow}"),
            steps.RealTimeFactor is { } factor ? Invariant($"{factor:0.00}") : "-", gaps.Length > 0 ? gaps : "none");
        return table;
    }

    private static ReportTable Training(TrainingFigures training)
    {
        var table = new ReportTable("Training", ["iteration", "episodes", "completed", "mean progress", "best s", "entropy, bits"]);
        foreach (var it in training.Iterations)
        {
            table.AddRow(
                $"{it.Iteration}", $"{it.Episodes}", $"{it.Completed}", $"{Progress(it.MeanProgress)}",
                $"{it.BestSeconds:0.000}", $"{it.Entropy:0.00}");
        }

        return table;
    }

    private static ReportTable Ends(TrainingFigures training)
    {
        var table = new ReportTable("Where episodes end early", ["waypoint", "episodes"]);
        foreach (var end in training.Ends.Take(MaxEnds)) table.AddRow($"{end.Waypoint}", $"{end.Episodes}");
        return table.Counted(training.Ends.Length);
    }
}
