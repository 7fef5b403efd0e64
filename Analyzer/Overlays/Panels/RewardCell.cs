using Analyzer.Drawing;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>One reward's part of the panel: a line with its title, expression, share and value, and its plot beneath.</summary>
internal sealed class RewardCell
{
    private const double HeightForTwoLines = 36;
    private const double ValueWidth = 40;
    private const double ShareWidth = 28;
    private const int MinPlotHeight = 4;

    private readonly DrivenSteps steps;
    private readonly Scale scale;
    private readonly TextRenderer[] titles;
    private readonly TextRenderer white;
    private readonly TextRenderer name;
    private readonly TextRenderer alert;
    private readonly PlotFrame frame;
    private readonly double[] shares = new double[Palette.Count];
    private RewardCurves? curves;
    private SimTraceRow? row;

    public RewardCell(DrivenSteps steps, Scale scale, Fonts fonts)
    {
        (this.steps, this.scale) = (steps, scale);
        titles = [.. Enumerable.Range(0, Palette.Count).Select(place => fonts.Small(Palette.Curve(place)))];
        (white, name, alert) = (fonts.Small(Colour.White), fonts.Small(Theme.Name), fonts.Small(Theme.AlertRed));
        frame = new PlotFrame(name, scale, Theme.PlotBackground, Theme.PlotLine);
    }

    /// <summary>
    /// Takes what the cells show, and weighs the components: a share is of the sum of absolute values in the steps shown.
    /// </summary>
    public void Begin(RewardCurves shown, SimTraceRow? now)
    {
        (curves, row) = (shown, now);
        var all = 0.0;
        for (var place = 0; place < shown.Components.Length; place++)
        {
            shares[place] = 0;
            foreach (var value in steps.Of(shown.Components[place])) shares[place] += double.IsNaN(value) ? 0 : Math.Abs(value);
            all += shares[place];
        }

        for (var place = 0; place < shares.Length; place++) shares[place] = all > 0 ? shares[place] / all : double.NaN;
    }

    /// <summary>The final reward.</summary>
    public void Final(Canvas canvas, Rect cell, RewardCurve curve) => Draw(canvas, cell, curve, white, Colour.White, double.NaN);

    /// <summary>A component.</summary>
    public void Component(Canvas canvas, Rect cell, int place) =>
        Draw(canvas, cell, curves!.Components[place], titles[place], Palette.Curve(place), shares[place]);

    /// <summary>All components on one scale; their colours are those above.</summary>
    public void Together(Canvas canvas, Rect cell)
    {
        var baseline = Baseline(cell);
        name.Draw(canvas, "All together", cell.Left, baseline);
        var plot = Plot(cell, baseline);
        if (plot.Height == 0) return;
        var range = ValueRange.Nothing.With(0);
        foreach (var curve in curves!.Components) range = range.With(steps.Of(curve));
        frame.Draw(canvas, plot, range);
        for (var place = 0; place < curves.Components.Length; place++)
            CurveIn(plot, range).Draw(canvas, steps.Of(curves.Components[place]), Palette.Curve(place));
    }

    private void Draw(Canvas canvas, Rect cell, RewardCurve curve, TextRenderer title, Colour colour, double share)
    {
        var baseline = Baseline(cell);
        var value = row is null ? double.NaN : curve.Values[row.Index];
        if (double.IsNaN(value)) title.DrawRight(canvas, "–", cell.Right, baseline);
        else title.DrawRight(canvas, Value(value), cell.Right, baseline);
        var why = row is not null && double.IsNaN(value) ? curve.WhyGaps : "";
        Rect plot;
        var right = cell.Right - scale.Pixels(ValueWidth);
        if (!double.IsNaN(share)) name.DrawRight(canvas, $"{share * 100:0} %", right, baseline);
        right -= scale.Pixels(ShareWidth);
        if (cell.Height >= scale.Pixels(HeightForTwoLines) && curve.Source.Length > 0)
        {
            title.DrawFitted(canvas, curve.Title, cell.Left, baseline, right - cell.Left);
            baseline += name.CapHeight + scale.Pixels(4);
            name.DrawFitted(canvas, curve.Source, cell.Left, baseline, cell.Width);
        }
        else
        {
            var room = curve.Source.Length > 0 || why.Length > 0 ? (right - cell.Left) * 0.6 : right - cell.Left;
            var left = cell.Left + title.DrawFitted(canvas, curve.Title, cell.Left, baseline, room) + scale.Pixels(6);
            if (why.Length > 0 && !HasRoomForText(plot = Plot(cell, baseline))) alert.DrawFitted(canvas, why, left, baseline, right - left);
            else name.DrawFitted(canvas, curve.Source, left, baseline, right - left);
        }

        plot = Plot(cell, baseline);
        if (plot.Height == 0) return;
        var values = steps.Of(curve);
        var range = ValueRange.Nothing.With(values);
        frame.Draw(canvas, plot, range);
        DrawCuts(canvas, plot);
        CurveIn(plot, range).Draw(canvas, values, colour);
        if (why.Length == 0 || !HasRoomForText(plot)) return;
        var margin = scale.Pixels(3);
        alert.DrawFitted(canvas, why, plot.Left + margin, plot.Top + ((plot.Height + alert.CapHeight) / 2), plot.Width - (2 * margin));
    }

    private bool HasRoomForText(Rect plot) => plot.Height > 1.7 * alert.CapHeight;

    // Where the car was put back the curve is cut: a line says so.
    private void DrawCuts(Canvas canvas, Rect plot)
    {
        for (var place = 1; place < steps.Count; place++)
        {
            if (!steps.IsCutBefore(place)) continue;
            var x = plot.Right - 1 - (int)((steps.Count - place - 0.5) * (plot.Width - 1) / (DrivenSteps.MaxSteps - 1));
            for (var y = plot.Top; y < plot.Bottom; y += 4) canvas.Fill(new Rect(x, y, 1, 2), Theme.Name);
        }
    }

    private double Baseline(Rect cell) => cell.Top + white.CapHeight + scale.Pixels(3);

    // Of no height where it would reach into the next cell's text.
    private Rect Plot(Rect cell, double above)
    {
        var top = (int)above + scale.Pixels(4.5);
        var height = top + MinPlotHeight < cell.Bottom ? Math.Max(MinPlotHeight, cell.Bottom - top - scale.Pixels(4)) : 0;
        return new Rect(cell.Left, top, cell.Width - scale.Pixels(PlotFrame.NumbersWidth), height);
    }

    private Curve CurveIn(Rect plot, ValueRange range)
    {
        var (low, high) = range.Plottable;
        return new Curve(plot, DrivenSteps.MaxSteps, low, high, Math.Max(1.2, 1.1 * scale.Factor));
    }

    private static NoteText Value(double value) => Math.Abs(value) switch
    {
        >= 10_000 or (> 0 and < 0.001) => $"{value:0.##e0}",
        _ => $"{value:0.000}",
    };
}
