using System.Globalization;
using Analyzer.Reports.Analyses;
using Spectre.Console;

namespace Analyzer.Reports.Text;

/// <summary>The report's tables, each with a title; without borders, so that they read plain in a file.</summary>
internal static class ReportTables
{
    private const int MostRows = 40;

    /// <summary>The tables that there is something for.</summary>
    public static IEnumerable<(string Title, Table? Table)> Of(Report report)
    {
        yield return ($"Laps (official times, starts by {report.LapStart})", Laps(report));
        if (!report.Sections.IsEmpty) yield return ("Where the time goes, most recoverable first", Sections(report));
        if (report.Joined is { } joined) yield return (Text($"Joined lap {joined.Seconds:0.000} s: {Parts(joined)}"), null);
        yield return (Text($"Actions ({Coverage(report)}; zig-zag {100 * report.ZigZag:0} % of steps)"), Actions(report));
        if (report.Revalue is { IsEmpty: false }) yield return ("Re-value (the trained model stays usable)", Revalued(report));
        if (report.Cut is { Replacements.IsEmpty: false } cut)
            yield return (Text($"Cut to {cut.Actions.Length} actions with {100 * cut.Share:0.0} % of the steps (a new training)"), Cut(cut));
        yield return ($"Rewards.{RankNote(report)}", Rewards(report));
        if (report.Steps is { } steps) yield return (Steps(steps), null);
        if (report.Training is { } training) yield return ("Training", Training(training));
        if (report.Training is { Ends.IsEmpty: false }) yield return ("Where episodes end early", Ends(report.Training));
        if (report.Against is not { } against) yield break;
        yield return ($"Against {Path.GetFileName(against.Log)}: laps", AgainstLaps(report, against));
        if (!against.Sections.IsEmpty) yield return ("Against: best seconds by section", AgainstSections(report, against));
        yield return ("Against: use of actions, %", AgainstActions(report, against));
    }

    private static Table Laps(Report report)
    {
        var table = Plain("lap", "seconds", "progress", "status", "off", "crash", "metres", "mean m/s", "top m/s");
        foreach (var lap in report.Laps.Take(MostRows))
        {
            var best = lap.Lap == report.BestLap ? "*" : "";
            Add(
                table, Text($"{lap.Lap}{best}"), Text($"{lap.Seconds:0.000}"), Text($"{lap.Progress:0.0} %"), lap.Status, Text($"{lap.OffTrack}"),
                Text($"{lap.Crashed}"), Text($"{lap.Metres:0.0}"), Text($"{lap.MeanSpeed:0.00}"), Text($"{lap.TopSpeed:0.00}"));
        }

        return Counted(table, report.Laps.Length);
    }

    private static Table Sections(Report report)
    {
        var table = Plain("section", "kind", "progress", "waypoints", "mean s", "best s", "lap", "recoverable s");
        foreach (var section in report.Opportunities.Select(number => report.Sections[number - 1]))
        {
            var seconds = section.Laps.Where(lap => report.Laps[lap.Lap - 1].Completed).Select(lap => lap.Seconds).ToArray();
            Add(
                table, Text($"{section.Section}"), section.Kind, Text($"{section.FromProgress:0.0}-{section.ToProgress:0.0}"),
                Text($"{section.FromWaypoint}-{section.ApexWaypoint}-{section.ToWaypoint}"), Text($"{seconds.Average():0.000}"),
                Text($"{seconds.Min():0.000}"), Text($"{section.BestLap}"), Text($"{section.Recoverable:0.000}"));
        }

        return table;
    }

    private static string Parts(JoinedLapFigures joined) => string.Join(
        ", ", joined.Parts.Select(part => Text($"lap {part.Lap} {part.FromProgress:0.0}-{part.ToProgress:0.0} %")));

    private static string Coverage(Report report) =>
        string.Join(", ", report.Coverage.Select(it => Text($"{it.Value} make up {100 * double.Parse(it.Key, CultureInfo.InvariantCulture):0} %")));

    private static Table Actions(Report report)
    {
        var table = Plain("action", "steering", "m/s", "steps", "share", "straight", "left", "right", "real m/s");
        foreach (var action in report.Actions.Take(MostRows))
        {
            Add(
                table, Text($"{action.Action}"), Text($"{action.Steering:0.#}"), Text($"{action.Speed:0.0#}"), Text($"{action.Steps}"),
                Text($"{100 * action.Share:0.0} %"), Text($"{action.Straight}"), Text($"{action.Left}"), Text($"{action.Right}"),
                Text($"{action.MedianSpeed:0.00}"));
        }

        return Counted(table, report.Actions.Length);
    }

    private static Table Revalued(Report report)
    {
        var table = Plain("action", "steering", "to", "m/s", "to", "steps");
        foreach (var action in report.Revalue)
        {
            Add(
                table, Text($"{action.Action}"), Text($"{action.Steering:0.#}"), Text($"{action.NewSteering:0.#}"), Text($"{action.Speed:0.0#}"),
                Text($"{action.NewSpeed:0.0#}"), Text($"{action.Steps}"));
        }

        return table;
    }

    private static Table Cut(ActionCut cut)
    {
        var table = Plain("without action", "take", "steps", "none near in");
        foreach (var it in cut.Replacements) Add(table, Text($"{it.Action}"), Text($"{it.By}"), Text($"{it.Steps}"), Text($"{it.Without}"));
        return table;
    }

    private static string RankNote(Report report) => report.Rewards is [{ Laps: < Ranking.Fewest } any, ..] ? RewardVerdict.Rank(any) : "";

    private static Table Rewards(Report report)
    {
        var table = Plain("reward", "weight", "swing", "speed", "progress", "50 %", "75 %", "100 %", "125 %");
        foreach (var reward in report.Rewards)
        {
            var pace = reward.Pace.Select(it => Short(it.Sum)).Concat(Enumerable.Repeat("-", 4)).Take(4);
            Add(table, [reward.Name, Percent(reward.Weight), Percent(reward.Swing), Rank(reward.RankSpeed), Rank(reward.RankProgress), .. pace]);
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

    private static string Steps(StepFigures steps)
    {
        var factor = steps.RealTimeFactor is { } it ? Text($", real-time factor {it:0.00}") : "";
        var gaps = steps.LapsWithGaps.IsEmpty ? "" : $"; gaps in laps {Verdict.List([.. steps.LapsWithGaps.Take(10).Select(lap => Text($"{lap}"))])}";
        return Text($"Steps: median {steps.MedianMs:0} ms, p95 {steps.P95Ms:0}, longest {steps.MaxMs:0}, {steps.Slow} slow{factor}{gaps}");
    }

    private static Table Training(TrainingFigures training)
    {
        var table = Plain("iteration", "episodes", "completed", "mean progress", "best s", "entropy, bits");
        foreach (var it in training.Iterations)
        {
            Add(
                table, Text($"{it.Iteration}"), Text($"{it.Episodes}"), Text($"{it.Completed}"), Text($"{it.MeanProgress:0.0} %"),
                Text($"{it.BestSeconds:0.000}"), Text($"{it.Entropy:0.00}"));
        }

        return table;
    }

    private static Table Ends(TrainingFigures training)
    {
        var table = Plain("waypoint", "episodes");
        foreach (var end in training.Ends.Take(10)) Add(table, Text($"{end.Waypoint}"), Text($"{end.Episodes}"));
        return Counted(table, training.Ends.Length, 10);
    }

    private static Table AgainstLaps(Report report, AgainstFigures against)
    {
        var table = Plain("lap", "seconds", "off", "there", "off there");
        for (var i = 0; i < Math.Min(MostRows, Math.Max(report.Laps.Length, against.Laps.Length)); i++)
        {
            var (here, there) = (report.Laps.ElementAtOrDefault(i), against.Laps.ElementAtOrDefault(i));
            Add(
                table, Text($"{i + 1}"), Text($"{here?.Seconds:0.000}"), Text($"{here?.OffTrack}"), Text($"{there?.Seconds:0.000}"),
                Text($"{there?.OffTrack}"));
        }

        return table;
    }

    private static Table AgainstSections(Report report, AgainstFigures against)
    {
        var table = Plain("section", "kind", "here", "there", "difference");
        foreach (var (here, there) in report.Sections.Zip(against.Sections))
        {
            var (own, other) = (Least(here), Least(there));
            Add(
                table, Text($"{here.Section}"), here.Kind, Text($"{own:0.000}"), Text($"{other:0.000}"),
                own - other is { } difference ? Text($"{difference:+0.000;-0.000;0.000}") : "");
        }

        return table;
    }

    private static double? Least(SectionFigures section) => section.Laps.Where(lap => lap.Lap == section.BestLap).Select(lap => (double?)lap.Seconds).FirstOrDefault();

    private static Table AgainstActions(Report report, AgainstFigures against)
    {
        var table = Plain("action", "steering", "m/s", "here", "there");
        var there = against.Actions.ToLookup(action => (action.Action, action.Steering, action.Speed));
        foreach (var action in report.Actions.Take(MostRows))
        {
            var other = there[(action.Action, action.Steering, action.Speed)].FirstOrDefault();
            Add(
                table, Text($"{action.Action}"), Text($"{action.Steering:0.#}"), Text($"{action.Speed:0.0#}"), Text($"{100 * action.Share:0.0}"),
                other is null ? "-" : Text($"{100 * other.Share:0.0}"));
        }

        return table;
    }

    // The last column is padded to nothing, so that no line ends in spaces beyond the width.
    private static Table Plain(params string[] columns)
    {
        var table = new Table().NoBorder();
        foreach (var (place, name) in columns.Index())
            table.AddColumn(new TableColumn(Markup.Escape(name)) { Alignment = place == 0 ? Justify.Left : Justify.Right, Padding = new Padding(0, 0, 1, 0) });
        return table;
    }

    private static void Add(Table table, params IEnumerable<string> cells) => table.AddRow([.. cells.Select(cell => Markup.Escape(cell))]);

    private static Table Counted(Table table, int all, int shown = MostRows) =>
        all > shown ? table.Caption(Text($"and {all - shown} more")) : table;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
