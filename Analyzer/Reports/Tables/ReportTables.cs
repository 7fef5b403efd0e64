using System.Globalization;
using Analyzer.Reports.Analyses;

namespace Analyzer.Reports.Tables;

/// <summary>The report's evidence as tables, for the console and the page alike.</summary>
internal static class ReportTables
{
    private const int MostRows = 40;
    private const int MostEnds = 10;

    /// <summary>The tables that there is something for.</summary>
    public static IEnumerable<ReportTable> Of(Report report)
    {
        yield return Laps(report);
        if (!report.Sections.IsEmpty) yield return Sections(report);
        if (report.Joined is { } joined) yield return Joined(joined);
        yield return Actions(report);
        if (report.Revalue is { IsEmpty: false }) yield return Revalued(report);
        if (report.Cut is { Replacements.IsEmpty: false } cut) yield return Cut(cut);
        yield return Rewards(report);
        if (report.Steps is { } steps) yield return Steps(steps);
        if (report.Training is { } training) yield return Training(training);
        if (report.Training is { Ends.IsEmpty: false }) yield return Ends(report.Training);
        if (report.Against is not { } against) yield break;
        yield return AgainstLaps(report, against);
        if (!against.Sections.IsEmpty) yield return AgainstSections(report, against);
        yield return AgainstActions(report, against);
    }

    private static ReportTable Laps(Report report)
    {
        var table = new ReportTable($"Laps (official times, starts by {report.LapStart})", ["lap", "seconds", "progress", "status", "off", "crash", "metres", "mean m/s", "top m/s"]);
        foreach (var lap in report.Laps.Take(MostRows))
        {
            var best = lap.Lap == report.BestLap ? "*" : "";
            table.Add(
                Text($"{lap.Lap}{best}"), Text($"{lap.Seconds:0.000}"), Text($"{lap.Progress:0.0} %"), lap.Status, Text($"{lap.OffTrack}"),
                Text($"{lap.Crashed}"), Text($"{lap.Metres:0.0}"), Text($"{lap.MeanSpeed:0.00}"), Text($"{lap.TopSpeed:0.00}"));
        }

        return table.Counted(report.Laps.Length);
    }

    private static ReportTable Sections(Report report)
    {
        var table = new ReportTable("Where the time goes, most recoverable first", ["section", "kind", "progress", "waypoints", "mean s", "best s", "lap", "recoverable s"]);
        foreach (var section in report.Opportunities.Select(number => report.Sections[number - 1]))
        {
            var seconds = section.Laps.Where(lap => report.Laps[lap.Lap - 1].Completed).Select(lap => lap.Seconds).ToArray();
            table.Add(
                Text($"{section.Section}"), section.Kind, Text($"{section.FromProgress:0.0}-{section.ToProgress:0.0}"),
                Text($"{section.FromWaypoint}-{section.ApexWaypoint}-{section.ToWaypoint}"), Text($"{seconds.Average():0.000}"),
                Text($"{seconds.Min():0.000}"), Text($"{section.BestLap}"), Text($"{section.Recoverable:0.000}"));
        }

        return table;
    }

    private static ReportTable Joined(JoinedLapFigures joined)
    {
        var table = new ReportTable(Text($"Joined lap: {joined.Seconds:0.000} s of pieces that join"), ["lap", "progress", "rows"]);
        foreach (var part in joined.Parts)
            table.Add(Text($"{part.Lap}"), Text($"{part.FromProgress:0.0}-{part.ToProgress:0.0}"), Text($"{part.FromRow}-{part.ToRow}"));
        return table;
    }

    private static string Coverage(Report report) =>
        string.Join(", ", report.Coverage.Select(it => Text($"{it.Value} make up {100 * double.Parse(it.Key, CultureInfo.InvariantCulture):0} %")));

    private static ReportTable Actions(Report report)
    {
        var table = new ReportTable(Text($"Actions ({Coverage(report)}; zig-zag {100 * report.ZigZag:0} % of steps)"), ["action", "steering", "m/s", "steps", "share", "straight", "left", "right", "real m/s"]);
        foreach (var action in report.Actions.Take(MostRows))
        {
            table.Add(
                Text($"{action.Action}"), Text($"{action.Steering:0.#}"), Text($"{action.Speed:0.0#}"), Text($"{action.Steps}"),
                Text($"{100 * action.Share:0.0} %"), Text($"{action.Straight}"), Text($"{action.Left}"), Text($"{action.Right}"),
                Text($"{action.MedianSpeed:0.00}"));
        }

        return table.Counted(report.Actions.Length);
    }

    private static ReportTable Revalued(Report report)
    {
        var table = new ReportTable("Re-value: the trained model stays usable", ["action", "steering", "to", "m/s", "to", "steps"]);
        foreach (var action in report.Revalue)
        {
            table.Add(
                Text($"{action.Action}"), Text($"{action.Steering:0.#}"), Text($"{action.NewSteering:0.#}"), Text($"{action.Speed:0.0#}"),
                Text($"{action.NewSpeed:0.0#}"), Text($"{action.Steps}"));
        }

        return table;
    }

    private static ReportTable Cut(ActionCut cut)
    {
        var table = new ReportTable(Text($"Cut to {cut.Actions.Length} actions with {100 * cut.Share:0.0} % of the steps: a new training"), ["without action", "take", "steps", "none near in"]);
        foreach (var it in cut.Replacements) table.Add(Text($"{it.Action}"), Text($"{it.By}"), Text($"{it.Steps}"), Text($"{it.Without}"));
        return table;
    }

    private static string RankNote(Report report) => report.Rewards is [{ Laps: < Ranking.Fewest } any, ..] ? RewardVerdict.Rank(any) : "";

    private static ReportTable Rewards(Report report)
    {
        var table = new ReportTable($"Rewards.{RankNote(report)}", ["reward", "weight", "swing", "speed", "progress", "50 %", "75 %", "100 %", "125 %"]);
        foreach (var reward in report.Rewards)
        {
            var pace = reward.Pace.Select(it => Short(it.Sum)).Concat(Enumerable.Repeat("-", 4)).Take(4);
            table.Add([reward.Name, Percent(reward.Weight), Percent(reward.Swing), Rank(reward.RankSpeed), Rank(reward.RankProgress), .. pace]);
        }

        return table;
    }

    private static string Percent(double? share) => share is null ? "-" : Text($"{100 * share:0} %");

    private static string Rank(double? rank) => rank is null ? "-" : Text($"{rank:0.00}");

    private static string Short(double? sum) => sum switch
    {
        null => "-",
        _ when Math.Abs(sum.Value) >= 1e6 => Text($"{sum:0.00e0}"),
        _ => Text($"{sum:0.#}"),
    };

    private static ReportTable Steps(StepFigures steps)
    {
        var table = new ReportTable("Steps", ["median ms", "p95 ms", "longest ms", "slow", "real-time factor", "laps with gaps"]);
        var gaps = Verdict.List([.. steps.LapsWithGaps.Take(MostEnds).Select(lap => Text($"{lap}"))]);
        table.Add(
            Text($"{steps.MedianMs:0}"), Text($"{steps.P95Ms:0}"), Text($"{steps.MaxMs:0}"), Text($"{steps.Slow}"),
            steps.RealTimeFactor is { } factor ? Text($"{factor:0.00}") : "-", gaps.Length > 0 ? gaps : "none");
        return table;
    }

    private static ReportTable Training(TrainingFigures training)
    {
        var table = new ReportTable("Training", ["iteration", "episodes", "completed", "mean progress", "best s", "entropy, bits"]);
        foreach (var it in training.Iterations)
        {
            table.Add(
                Text($"{it.Iteration}"), Text($"{it.Episodes}"), Text($"{it.Completed}"), Text($"{it.MeanProgress:0.0} %"),
                Text($"{it.BestSeconds:0.000}"), Text($"{it.Entropy:0.00}"));
        }

        return table;
    }

    private static ReportTable Ends(TrainingFigures training)
    {
        var table = new ReportTable("Where episodes end early", ["waypoint", "episodes"]);
        foreach (var end in training.Ends.Take(MostEnds)) table.Add(Text($"{end.Waypoint}"), Text($"{end.Episodes}"));
        return table.Counted(training.Ends.Length);
    }

    private static ReportTable AgainstLaps(Report report, AgainstFigures against)
    {
        var table = new ReportTable($"Against {Path.GetFileName(against.Log)}: laps", ["lap", "seconds", "off", "there", "off there"]);
        for (var i = 0; i < Math.Min(MostRows, Math.Max(report.Laps.Length, against.Laps.Length)); i++)
        {
            var (here, there) = (report.Laps.ElementAtOrDefault(i), against.Laps.ElementAtOrDefault(i));
            table.Add(
                Text($"{i + 1}"), Text($"{here?.Seconds:0.000}"), Text($"{here?.OffTrack}"), Text($"{there?.Seconds:0.000}"),
                Text($"{there?.OffTrack}"));
        }

        return table;
    }

    private static ReportTable AgainstSections(Report report, AgainstFigures against)
    {
        var table = new ReportTable("Against: best seconds by section", ["section", "kind", "here", "there", "difference"]);
        foreach (var (here, there) in report.Sections.Zip(against.Sections))
        {
            var (own, other) = (Least(here), Least(there));
            table.Add(
                Text($"{here.Section}"), here.Kind, Text($"{own:0.000}"), Text($"{other:0.000}"),
                own - other is { } difference ? Text($"{difference:+0.000;-0.000;0.000}") : "");
        }

        return table;
    }

    private static double? Least(SectionFigures section) => section.Laps.Where(lap => lap.Lap == section.BestLap).Select(lap => (double?)lap.Seconds).FirstOrDefault();

    private static ReportTable AgainstActions(Report report, AgainstFigures against)
    {
        var table = new ReportTable("Against: use of actions, %", ["action", "steering", "m/s", "here", "there"]);
        var there = against.Actions.ToLookup(action => (action.Action, action.Steering, action.Speed));
        foreach (var action in report.Actions.Take(MostRows))
        {
            var other = there[(action.Action, action.Steering, action.Speed)].FirstOrDefault();
            table.Add(
                Text($"{action.Action}"), Text($"{action.Steering:0.#}"), Text($"{action.Speed:0.0#}"), Text($"{100 * action.Share:0.0}"),
                other is null ? "-" : Text($"{100 * other.Share:0.0}"));
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
