using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using ScottPlot;

namespace Analyzer.Reports.Page;

/// <summary>The driven line from above: the best lap by speed, sections by number, resets, and where most is to be had.</summary>
internal static class TrackPlot
{
    /// <summary>Colours from slow to fast, named in the page's legend.</summary>
    public static readonly string[] Speeds = ["#D1383D", "#E8743B", "#E2A33A", "#A9B13C", "#4FA95A", "#2C9C8F", "#2F81F7"];

    private const int Opportunities = 3;

    /// <summary>The plot, and the speeds at both ends of its scale; null where nothing was driven.</summary>
    public static (string Svg, double Slow, double Fast)? Draw(ReportInput input, Report report)
    {
        var lap = input.Times.Best ?? input.Trace.Laps.MaxBy(lap => input.Times.ProgressAt(lap.LastRow))!;
        var pieces = LapLine.Pieces(input.Trace, lap).ToArray();
        if (pieces.Length == 0) return null;
        var plot = PlotSvg.New("", "");
        plot.HideAxesAndGrid();
        plot.Axes.SquareUnits();
        foreach (var number in report.Opportunities.Take(Opportunities)) Mark(plot, input, lap, report.Sections[number - 1]);
        foreach (var other in LapLine.Shown(input).Where(other => other != lap))
            foreach (var piece in LapLine.Pieces(input.Trace, other)) Line(plot, piece, PlotSvg.Grey.WithAlpha(0.5), 1);
        var speeds = pieces.SelectMany(piece => piece).Select(row => row.DisplacementSpeedMetresPerSecond).Order().ToArray();
        var (slow, fast) = (speeds[speeds.Length / 20], speeds[speeds.Length * 19 / 20]);
        foreach (var piece in pieces) BySpeed(plot, piece, slow, fast);
        foreach (var row in input.Trace.Rows.Where(row => input.Trace.BeginsMishap(row.Index)).Take(200))
            plot.Add.Marker(row.X, row.Y, MarkerShape.Eks, 10, Color.FromHex("#D1383D")).MarkerStyle.LineWidth = 3;
        foreach (var section in report.Sections) Number(plot, input, lap, section);
        return (PlotSvg.Of(plot, 520, 400, "track", "The driven line by speed, with numbered sections and resets"), slow, fast);
    }

    private static void Mark(Plot plot, ReportInput input, Lap lap, SectionFigures section)
    {
        if (section.Laps.FirstOrDefault(passage => passage.Lap == lap.Number) is not { } passage) return;
        var rows = Enumerable.Range(passage.FromRow, passage.ToRow - passage.FromRow + 1).Select(row => input.Trace.Rows[row]).ToList();
        if (rows.Count > 1) Line(plot, rows, Color.FromHex("#C9A227").WithAlpha(0.3), 18);
    }

    private static void Line(Plot plot, List<SimTraceRow> rows, Color colour, float width)
    {
        var line = plot.Add.ScatterLine(rows.Select(row => row.X).ToArray(), rows.Select(row => row.Y).ToArray(), colour);
        line.LineWidth = width;
    }

    // One line for each run of rows of one colour.
    private static void BySpeed(Plot plot, List<SimTraceRow> rows, double slow, double fast)
    {
        int Colour(SimTraceRow row) => fast <= slow ? Speeds.Length - 1 : (int)Math.Clamp(
            (row.DisplacementSpeedMetresPerSecond - slow) / (fast - slow) * Speeds.Length, 0, Speeds.Length - 1);
        for (var first = 1; first < rows.Count;)
        {
            var last = first;
            while (last + 1 < rows.Count && Colour(rows[last + 1]) == Colour(rows[first])) last++;
            Line(plot, rows[(first - 1)..(last + 1)], Color.FromHex(Speeds[Colour(rows[first])]), 4);
            first = last + 1;
        }
    }

    // Beside the line, outside of its bend.
    private static void Number(Plot plot, ReportInput input, Lap lap, SectionFigures section)
    {
        var middle = input.Times.RowAt(lap, (section.FromProgress + section.ToProgress) / 2);
        var row = input.Trace.Rows[middle];
        if (!double.IsFinite(row.X + row.Y + row.YawDegrees)) return;
        var aside = double.DegreesToRadians(row.YawDegrees + (section.Kind == "right" ? 90 : -90));
        PlotSvg.Write(
            plot, section.Section.ToString(CultureInfo.InvariantCulture), row.X + (0.45 * Math.Cos(aside)),
            row.Y + (0.45 * Math.Sin(aside)), bold: true);
    }
}
