using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>What is around a curve on the panel: its ground, its zero line, and the ends of its scale in print to its right.</summary>
/// <param name="label">The numbers' lettering.</param>
/// <param name="scale">The picture's scale.</param>
public sealed class PlotFrame(TextRenderer label, Scale scale)
{
    /// <summary>Room for the numbers to the right of a plot, pixels of the 640x480 picture.</summary>
    public const double NumbersWidth = 26;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The panel.</param>
    /// <param name="plot">Where the curve will be drawn.</param>
    /// <param name="range">The curve's scale.</param>
    public void Draw(Canvas canvas, Rect plot, ValueRange range)
    {
        canvas.Fill(plot, Colour.PlotGround);
        var (low, high) = range.Plottable;
        var curve = new Curve(plot, 2, low, high, 1);
        if (low < 0 && high > 0) canvas.Fill(new Rect(plot.Left, (int)curve.RowOf(0), plot.Width, 1), Colour.PlotLine);
        if (range.Low > range.High) return;
        var x = plot.Right + scale.Pixels(3);
        if (range.High > range.Low && plot.Height > 1.9 * label.CapHeight)
        {
            Number(canvas, range.High, x, plot.Top + label.CapHeight);
            Number(canvas, range.Low, x, plot.Bottom);
        }
        else
        {
            Number(canvas, range.High, x, plot.Top + (plot.Height / 2.0) + (label.CapHeight / 2));
        }
    }

    private void Number(Canvas canvas, double value, double x, double baseline)
    {
        if (Math.Abs(value) < 1000) Draw(canvas, $"{value:0.##}", x, baseline);
        else Draw(canvas, $"{value:0.#e0}", x, baseline);
    }

    private void Draw(Canvas canvas, NoteText text, double x, double baseline) => label.Draw(canvas, text.Text, x, baseline);
}
