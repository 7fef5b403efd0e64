using Analyzer.Laps;
using Analyzer.Reports.Analyses;
using static System.FormattableString;

namespace Analyzer.Reports.Tables;

/// <summary>Tables of this run and another side by side.</summary>
internal static class AgainstTables
{
    private const int MaxRows = ReportTables.MaxRows;

    /// <summary>The tables that there is something for.</summary>
    public static IEnumerable<ReportTable> Of(Report report, AgainstFigures against)
    {
        yield return Laps(report, against);
        if (!against.Sections.IsEmpty) yield return Sections(report, against);
        yield return Actions(report, against);
    }

    private static ReportTable Laps(Report report, AgainstFigures against)
    {
        var table = new ReportTable($"Against {Path.GetFileName(against.Log)}: laps", ["lap", "seconds", "off", "there", "off there"]);
        for (var i = 0; i < Math.Min(MaxRows, Math.Max(report.Laps.Length, against.Laps.Length)); i++)
        {
            var (here, there) = (report.Laps.ElementAtOrDefault(i), against.Laps.ElementAtOrDefault(i));
            table.AddRow(
                $"{i + 1}", $"{Seconds(here)}", $"{here?.OffTrack}", $"{Seconds(there)}", $"{there?.OffTrack}");
        }

        return table.Counted(Math.Max(report.Laps.Length, against.Laps.Length));
    }

    // A lap that was broken off is no fast one.
    private static string Seconds(LapFigures? lap) => lap is null or { Completed: true }
        ? Invariant($"{lap?.Seconds:0.000}")
        : Invariant($"{lap.Seconds:0.000} to {Verdict.Shown(lap.Progress ?? 0):0.0} %");

    private static ReportTable Sections(Report report, AgainstFigures against)
    {
        var table = new ReportTable("Against: best seconds by section", ["section", "kind", "here", "there", "difference"]);
        foreach (var (here, there) in report.Sections.Zip(against.Sections))
        {
            var (own, other) = (Least(here), Least(there));
            table.Add(
                Invariant($"{here.Section}"), here.Kind, Invariant($"{own:0.000}"), Invariant($"{other:0.000}"),
                own - other is { } difference ? Invariant($"{difference:+0.000;-0.000;0.000}") : "");
        }

        return table;
    }

    private static double? Least(SectionFigures section) => section.Laps
        .Where(lap => lap.Lap == section.BestLap)
        .Select(lap => (double?)lap.Seconds)
        .FirstOrDefault();

    private static ReportTable Actions(Report report, AgainstFigures against)
    {
        var table = new ReportTable("Against: use of actions, %", ["action", "steering", "m/s", "here", "there"]);
        var there = against.Actions.ToLookup(action => (action.Action, action.Steering, action.Speed));
        foreach (var action in report.Actions.Take(MaxRows))
        {
            var other = there[(action.Action, action.Steering, action.Speed)].FirstOrDefault();
            var share = other is null ? "-" : Invariant($"{100 * other.Share:0.0}");
            table.AddRow(
                $"{action.Action}", $"{action.Steering:0.#}", $"{action.Speed:0.0#}", $"{100 * action.Share:0.0}", $"{share}");
        }

        return table.Counted(report.Actions.Length);
    }
}
