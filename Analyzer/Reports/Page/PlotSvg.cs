using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;

namespace Analyzer.Reports.Page;

/// <summary>
/// Plots as SVG for a page: without a background, their text and lines in marker colours that the page's style sheet replaces by those
/// of the reader's setting.
/// </summary>
internal static partial class PlotSvg
{
    /// <summary>Text and axes; the style sheet names it too.</summary>
    public const string InkHex = "#101112";

    /// <summary>Grids; likewise.</summary>
    public const string GridHex = "#101314";

    /// <summary>Colours that can be told apart on white and on black, and by the colour-blind.</summary>
    public static readonly string[] Palette = ["#2F81F7", "#E4572E", "#17A398", "#B07AA1", "#C9A227", "#7F8C8D"];

    // Its widths are those of Verdana, which most systems have.
    private const string Font = "DejaVu Sans";

    /// <summary>Text and axes.</summary>
    public static Color Ink => Color.FromHex(InkHex);

    /// <summary>Lines of no importance.</summary>
    public static Color Grey => Color.FromHex("#8B949E");

    /// <summary>A colour of the palette, round and round.</summary>
    public static Color Colour(int number) => Color.FromHex(Palette[number % Palette.Length]);

    /// <summary>An empty plot.</summary>
    public static Plot New(string x, string y)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(Ink);
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Color.FromHex(GridHex);
        plot.XLabel(x, 12);
        plot.YLabel(y, 12);
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Font.Set(Font);
        return plot;
    }

    /// <summary>A text in the plot.</summary>
    public static void Write(Plot plot, string text, double x, double y, bool bold = false)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontColor = Ink;
        label.LabelFontName = Font;
        label.LabelFontSize = 12;
        label.LabelBold = bold;
        label.LabelAlignment = Alignment.MiddleCenter;
    }

    /// <summary>The plot as an element of a page.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="name">Unlike that of any other plot of the page.</param>
    /// <param name="description">For those who can't see it.</param>
    public static string Of(Plot plot, int width, int height, string name, string description)
    {
        plot.HideLegend();
        var svg = plot.GetSvgXml(width, height);
        var start = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        var keys = plot.GetPlottables()
            .SelectMany(it => it.LegendItems)
            .Where(it => !string.IsNullOrEmpty(it.LabelText))
            .Select(Key)
            .ToArray();
        var legend = keys.Length == 0 ? "" : $"<div class=\"keys\">{string.Concat(keys)}</div>";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{ReportPage.Encoded(description)}\">");
        var body = svg[start..].Replace("cl_", $"{name}_cl_", StringComparison.Ordinal).Replace(", \"", "\"", StringComparison.Ordinal);
        return legend + head + Spaces().Replace(body, "").Replace(Font, "DejaVu Sans, Verdana, sans-serif", StringComparison.Ordinal);
    }

    // In the page rather than in the plot, so that it wraps on a phone.
    private static string Key(LegendItem item) =>
        $"<span><i style=\"background:{item.LineColor.ToHex()}\"></i>{ReportPage.Encoded(item.LabelText)}</span>";

    [GeneratedRegex(@"(?<=>)\s+|\s+(?=<)")]
    private static partial Regex Spaces();
}
