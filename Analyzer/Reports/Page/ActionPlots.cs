using System.Globalization;
using Analyzer.Reports.Analyses;
using ScottPlot;

namespace Analyzer.Reports.Page;

/// <summary>Polar bubble charts of the use of actions: the angle by steering, as on the screen, outwards by speed.</summary>
internal static class ActionPlots
{
    // Steering is drawn at twice its angle, so that near actions can be told apart.
    private const double Spread = 2;
    private const double MaxBubble = 34;

    // A metre a second apart, as long as these will do.
    private const int MaxRings = 8;

    /// <summary>All steps, then those on straights, in left-hand and in right-hand corners.</summary>
    public static IEnumerable<(string Title, string Svg)> Draw(Report report)
    {
        (string Title, Func<ActionFigures, int> Count)[] kinds =
            [("All", it => it.Steps), ("Straights", it => it.Straight), ("Left corners", it => it.Left), ("Right corners", it => it.Right)];
        foreach (var (place, (title, count)) in kinds.Index())
        {
            var all = report.Actions.Sum(count);
            if (all == 0) continue;
            yield return (FormattableString.Invariant($"{title}, {all} steps"), Draw(report, count, title, place));
        }
    }

    private static string Draw(Report report, Func<ActionFigures, int> count, string title, int place)
    {
        var plot = PlotSvg.New("", "");
        plot.HideAxesAndGrid();
        plot.Axes.SquareUnits();
        var most = report.Actions.Max(action => action.Speed);
        var step = Math.Max(1, Math.Ceiling(most / MaxRings));
        for (var ring = 1; ring <= MaxRings && ring * step <= Math.Ceiling(most); ring++)
        {
            var speed = ring * step;
            var arc = Enumerable.Range(-90, 181).Select(degrees => At(degrees / Spread, speed)).ToArray();
            var line = plot.Add.ScatterLine(
                arc.Select(it => it.X).ToArray(), arc.Select(it => it.Y).ToArray(), Color.FromHex(PlotSvg.GridHex));
            line.LineWidth = 1;
            PlotSvg.Write(plot, speed.ToString("0", CultureInfo.InvariantCulture), speed, -0.22);
        }

        var largest = report.Actions.Max(count);
        foreach (var action in report.Actions)
        {
            var (x, y) = At(action.Steering, action.Speed);
            var size = MaxBubble * Math.Sqrt((double)count(action) / largest);
            var colour = PlotSvg.Colour(place).WithAlpha(0.65);
            if (count(action) > 0) plot.Add.Marker(x, y, MarkerShape.FilledCircle, (float)Math.Max(4, size), colour);
            else plot.Add.Marker(x, y, MarkerShape.OpenCircle, 7, PlotSvg.Grey);
        }

        plot.Axes.SetLimits(-most - 0.6, most + 0.6, -0.5, most + 0.6);
        return PlotSvg.Of(
            plot, 300, 190, FormattableString.Invariant($"actions{place}"), $"{title}: use of each action by steering and speed");
    }

    // Left steering is positive and drawn to the left.
    private static (double X, double Y) At(double steering, double speed)
    {
        var angle = double.DegreesToRadians(90 + Math.Clamp(Spread * steering, -90, 90));
        return (speed * Math.Cos(angle), speed * Math.Sin(angle));
    }
}
