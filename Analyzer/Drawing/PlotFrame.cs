using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>The frame of a plot: its background, its zero line, and the labels of its value axis to its right.</summary>
/// <param name="label">The labels' text.</param>
/// <param name="scale">The picture's scale.</param>
/// <param name="background">The colour of the background.</param>
/// <param name="line">The colour of the zero line.</param>
internal sealed class PlotFrame(TextRenderer label, Scale scale, Colour background, Colour line)
{
    /// <summary>Room for the labels to the right of a plot, pixels of the 640x480 picture.</summary>
    public const double NumbersWidth = 28;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The panel.</param>
    /// <param name="plot">Where the curve will be drawn.</param>
    /// <param name="range">The curve's scale.</param>
    public void Draw(Canvas canvas, Rect plot, ValueRange range)
    {
        canvas.Fill(plot, background);
        var (low, high) = range.Plottable;
        var curve = new Curve(plot, 2, low, high, 1);
        if (range.Low > range.High) return;
        if (low < 0 && high > 0) canvas.Fill(new Rect(plot.Left, (int)curve.RowOf(0), plot.Width, 1), line);
        if (plot.Height < 0.9 * label.CapHeight) return;
        var x = plot.Right + scale.Pixels(3);
        if (range.High > range.Low && plot.Height > 2.4 * label.CapHeight)
        {
            label.Draw(canvas, Number(range.High), x, plot.Top + label.CapHeight + scale.Pixels(0.7));
            label.Draw(canvas, Number(range.Low), x, plot.Bottom);
        }
        else
        {
            label.Draw(canvas, Number(range.High), x, plot.Top + ((plot.Height + label.CapHeight) / 2));
        }
    }

    /// <summary>A number in few characters: very small and very large ones with an exponent.</summary>
    private static NoteText Number(double value) => Math.Abs(value) switch
    {
        >= 1000 or (> 0 and < 0.01) => $"{value:0.#e0}",
        _ => $"{value:0.##}",
    };
}
