using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// Time against the compared lap at equal progress: the lap that is compared with, seconds behind in red or ahead in green, their
/// curve over this lap so far, and for a second after its end the last sector's own.
/// </summary>
public sealed class DeltaPanel : IOverlay
{
    private const double Margin = 8;
    private const double FlashSeconds = 1;
    private const double NumberWidth = 97;

    /// <summary>Ends of the curve's scale are multiples of this, and at least this, so that a hundredth of a second is no cliff.</summary>
    private const double RangeStep = 0.25;

    private readonly Scale scale;
    private readonly Rect area;
    private readonly TextRenderer label;
    private readonly SignedPrint large;
    private readonly SignedPrint small;
    private readonly PlotFrame frame;
    private readonly Sprite ghost;

    /// <summary>Prepares the letterings.</summary>
    /// <param name="area">The panel's part for it.</param>
    /// <param name="scale">The picture's scale.</param>
    public DeltaPanel(Rect area, Scale scale)
    {
        (this.area, this.scale) = (area, scale);
        label = new TextRenderer(5.3 * scale.Factor, Colour.PanelGrey, outline: null);
        (large, small) = (new SignedPrint(13 * scale.Factor), new SignedPrint(6.4 * scale.Factor));
        frame = new PlotFrame(label, scale);
        ghost = CarMarks.Ghost(scale);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var laps = moment.Evaluation.Laps;
        var (left, right) = (area.X + scale.Pixels(Margin), area.Right - scale.Pixels(Margin));
        var baseline = area.Top + scale.Pixels(3) + label.CapHeight;
        var other = laps.ReferenceOf(settings.Comparison, moment.Lap);
        if (other is null)
        {
            label.DrawFitted(canvas, Missing(settings.Comparison), left, baseline, right - left);
            return;
        }

        var isItself = other.IsItself(laps.Times, moment.Lap);
        Name(canvas, other, settings.Comparison, isItself, left, right, baseline);
        if (moment.Row is not { } row) return;

        var delta = isItself ? 0 : laps.Deltas(settings.Comparison)[row.Index];
        var numberBaseline = baseline + scale.Pixels(6) + large.CapHeight;
        if (!double.IsNaN(delta)) large.Draw(canvas, delta, $"{delta:+0.00;-0.00;0.00} s", left, numberBaseline);
        if (Sectors.LastEnded(laps, settings.Comparison, row.Index, FlashSeconds) is { } sector)
        {
            small.Draw(
                canvas, sector.DeltaSeconds, $"sector {sector.Number}  {sector.DeltaSeconds:+0.00;-0.00;0.00}", left,
                numberBaseline + scale.Pixels(5) + small.CapHeight);
        }

        if (isItself) return;
        var top = (int)baseline + scale.Pixels(6);
        var plot = new Rect(left + scale.Pixels(NumberWidth), top, 0, area.Bottom - scale.Pixels(5) - top);
        plot.Width = right - scale.Pixels(PlotFrame.NumbersWidth) - plot.Left;
        Plot(canvas, plot, moment.Lap, laps.Deltas(settings.Comparison), row.Index);
    }

    private static string Missing(LapComparison comparison) => comparison switch
    {
        LapComparison.BestLap => "No lap was completed: there is no best lap",
        LapComparison.PreviousLap => "No lap before this one to compare with",
        LapComparison.Against => "No other run to compare with",
        _ => "No comparison",
    };

    private void Name(
        Canvas canvas,
        ReferenceLap other,
        LapComparison comparison,
        bool isItself,
        double left,
        double right,
        double baseline)
    {
        if (isItself)
        {
            Line(canvas, $"This is the best lap: {other.Seconds:0.00} s", left, baseline, right);
            return;
        }

        ghost.Draw(canvas, (int)left - scale.Pixels(2), (int)Math.Round(baseline - ((label.CapHeight + ghost.Height) / 2)));
        left += ghost.Width;
        var (number, seconds) = (other.Lap.Number, other.Seconds);
        if (comparison == LapComparison.PreviousLap)
        {
            Line(
            canvas,
            $"Against the previous lap ({number}): {seconds:0.00} s",
            left,
            baseline,
            right);
        }
        else if (other.RunName is { } run)
        {
            Line(canvas, $"Against lap {number}, {seconds:0.00} s, the best of {run}", left, baseline, right);
        }
        else
        {
            Line(canvas, $"Against the best lap ({number}): {seconds:0.00} s", left, baseline, right);
        }
    }

    private void Line(Canvas canvas, NoteText text, double left, double baseline, double right) =>
        label.DrawFitted(canvas, text.Text, left, baseline, right - left);

    // The whole lap's scale from its start on, so that the curve never changes but by growing.
    private void Plot(Canvas canvas, Rect plot, Lap lap, ReadOnlySpan<double> deltas, int row)
    {
        var whole = ValueRange.Nothing.With(deltas[lap.FirstRow..(lap.LastRow + 1)]);
        var range = new ValueRange(
            Math.Min(-RangeStep, Math.Floor(whole.Low / RangeStep) * RangeStep), Math.Max(
                RangeStep,
                Math.Ceiling(whole.High / RangeStep) * RangeStep));
        frame.Draw(canvas, plot, range);
        var soFar = deltas[lap.FirstRow..(row + 1)];
        var reached = new Rect(plot.Left, plot.Top, Math.Max(2, plot.Width * soFar.Length / lap.RowCount), plot.Height);
        var curve = new Curve(reached, Math.Max(2, soFar.Length), range.Low, range.High, Math.Max(1.2, 1.1 * scale.Factor));
        var zero = (int)Math.Round(curve.RowOf(0));
        Part(canvas, new Rect(plot.Left, plot.Top, plot.Width, zero - plot.Top), curve, soFar, Colour.BehindRed);
        Part(canvas, new Rect(plot.Left, zero, plot.Width, plot.Bottom - zero), curve, soFar, Colour.AheadGreen);
    }

    private static void Part(Canvas canvas, Rect part, Curve curve, ReadOnlySpan<double> values, Colour colour) =>
        (curve with { Area = curve.Area - part.TopLeft }).Draw(canvas.Area(part), values, colour);

    /// <summary>One size of print for numbers with a sign.</summary>
    private sealed class SignedPrint(double capHeight)
    {
        private const double LeastShown = 0.005;

        private readonly TextRenderer behind = new(capHeight, Colour.BehindRed, outline: null);
        private readonly TextRenderer ahead = new(capHeight, Colour.AheadGreen, outline: null);
        private readonly TextRenderer level = new(capHeight, Colour.White, outline: null);

        public double CapHeight => capHeight;

        public void Draw(Canvas canvas, double seconds, NoteText text, double x, double baseline) =>
            (Math.Abs(seconds) < LeastShown ? level : seconds > 0 ? behind : ahead).Draw(canvas, text.Text, x, baseline);
    }
}
