using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Geometry;
using ScottPlot;

namespace Analyzer.Reports.Page;

/// <summary>Plots of speed, delta time and reward over progress.</summary>
internal static class ProgressPlots
{
    private const int Intervals = 250;

    /// <summary>Speed of all laps, the best and the joined one above the others; null where nothing was driven.</summary>
    public static string? Speed(ReportInput input, Report report)
    {
        if (!input.Trace.Rows.Any(row => LapAnalysis.IsDriving(input.Trace, row.Index))) return null;
        var plot = PlotSvg.New("progress, %", "m/s");
        foreach (var lap in LapLine.Shown(input).Where(lap => lap != input.Times.Best))
            Add(plot, Driven(input, [(lap, 0, 100)]), PlotSvg.Grey.WithAlpha(0.7), 1);
        if (input.Times.Best is { } best)
        {
            var line = Add(plot, Driven(input, [(best, 0, 100)]), PlotSvg.Colour(0), 2);
            line.LegendText = FormattableString.Invariant($"best, lap {best.Number}");
        }

        if (report.Joined is { } joined)
        {
            var parts = joined.Parts.Select(part => (input.Trace.Laps[part.Lap - 1], part.FromProgress, part.ToProgress));
            var line = Add(plot, Driven(input, parts), PlotSvg.Colour(1), 1.5f);
            line.LinePattern = LinePattern.Dashed;
            line.LegendText = FormattableString.Invariant($"joined {joined.Seconds:0.000} s");
        }

        return Finish(plot, report, "speed", "Speed over progress of all laps");
    }

    /// <summary>Seconds behind the best lap, of the other completed laps.</summary>
    public static string? Delta(ReportInput input, Report report)
    {
        if (input.Times.Best is not { } best || input.CompletedLaps.Length < 2) return null;
        var plot = PlotSvg.New("progress, %", "s behind the best lap");
        var reference = new LapGrid(input.Times, best, Intervals);
        foreach (var (place, lap) in LapLine.Shown(input).Where(lap => lap != best).Index())
        {
            var grid = new LapGrid(input.Times, lap, Intervals);
            var points = Enumerable.Range(0, Intervals + 1).Select(i => (grid.PercentAt(i), grid.Seconds[i] - reference.Seconds[i]));
            Add(plot, [.. points], PlotSvg.Colour(place), 1.5f).LegendText = FormattableString.Invariant($"lap {lap.Number}");
        }

        return Finish(plot, report, "delta", "Time behind the best lap over progress");
    }

    /// <summary>A reward over the progress of the best lap; null without one.</summary>
    public static string? Reward(ReportInput input, Report report, string name, IReadOnlyList<double?> values, int number)
    {
        if (input.Times.Best is not { } best) return null;
        var points = Enumerable.Range(best.FirstRow, best.RowCount)
            .Where(row => LapAnalysis.IsChosen(input.Trace.Rows[row]) && values[row] is { } value && double.IsFinite(value))
            .Select(row => (input.Times.ProgressAt(row), values[row]!.Value))
            .ToList();
        if (points.Count < 2) return null;
        var plot = PlotSvg.New("progress, %", "");
        Add(plot, points, PlotSvg.Colour(number), 1.5f);
        return Finish(plot, report, FormattableString.Invariant($"reward{number}"), $"{name} over the best lap", height: 170);
    }

    private static List<(double X, double Y)> Driven(ReportInput input, IEnumerable<(Lap Lap, double From, double To)> parts) =>
    [
        .. parts.SelectMany(part => Enumerable.Range(part.Lap.FirstRow, part.Lap.RowCount)
            .Where(row => LapAnalysis.IsDriving(input.Trace, row)
                && input.Times.ProgressAt(row) >= part.From && input.Times.ProgressAt(row) <= part.To)
            .Select(row => (input.Times.ProgressAt(row), input.Trace.Rows[row].DisplacementSpeedMetresPerSecond))),
    ];

    private static ScottPlot.Plottables.Scatter Add(Plot plot, List<(double X, double Y)> points, Color colour, float width)
    {
        var line = plot.Add.ScatterLine(points.Select(point => point.X).ToArray(), points.Select(point => point.Y).ToArray(), colour);
        line.LineWidth = width;
        return line;
    }

    private static string Finish(Plot plot, Report report, string name, string description, int height = 260)
    {
        foreach (var section in report.Sections.Skip(1))
            plot.Add.VerticalLine(section.FromProgress, 1, PlotSvg.Grey.WithAlpha(0.35), LinePattern.Dotted);
        plot.Axes.SetLimitsX(0, 100);
        return PlotSvg.Of(plot, 520, height, name, description);
    }
}
