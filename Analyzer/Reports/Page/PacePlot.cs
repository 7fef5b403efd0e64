using Analyzer.Reports.Analyses;

namespace Analyzer.Reports.Page;

/// <summary>The plot of what the best lap would earn at other paces, each reward as a share of what it earns at its own.</summary>
internal static class PacePlot
{
    /// <summary>The plot; null where no reward could be resampled.</summary>
    public static string? Draw(Report report)
    {
        var plot = PlotSvg.New("pace, % of the best lap's", "earnings, % of its own");
        var shown = 0;
        foreach (var reward in report.Rewards)
        {
            if (reward.Pace.FirstOrDefault(pace => pace.Factor == 1)?.Sum is not { } own || own == 0) continue;
            var points = reward.Pace.Where(pace => pace.Sum is not null).ToArray();
            var line = plot.Add.Scatter(
                points.Select(pace => 100 * pace.Factor).ToArray(),
                points.Select(pace => 100 * pace.Sum!.Value / own).ToArray(),
                PlotSvg.Colour(shown));
            line.LineWidth = 1.5f;
            line.LegendText = reward.Name.Length <= 24 ? reward.Name : $"{reward.Name[..24]}...";
            if (++shown == PlotSvg.Palette.Length) break;
        }

        if (shown == 0) return null;
        plot.Add.HorizontalLine(100, 1, PlotSvg.Grey);
        return PlotSvg.Of(plot, 520, 280, "pace", "Earnings of the best lap at other paces");
    }
}
