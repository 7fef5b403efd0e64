using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>Draws a curve through values that lie at equal distances, with smooth edges and a gap where a value is missing.</summary>
/// <param name="Area">Where it is drawn: its left edge is the first place, its right edge the last.</param>
/// <param name="Places">How many values fit from edge to edge, at least 2.</param>
/// <param name="Low">The value at the bottom edge.</param>
/// <param name="High">The value at the top edge, above <paramref name="Low"/>.</param>
/// <param name="Stroke">Width of the line, pixels.</param>
internal readonly record struct Curve(Rect Area, int Places, double Low, double High, double Stroke)
{
    /// <summary>Draws values that end at the right edge.</summary>
    /// <param name="canvas">What to draw on.</param>
    /// <param name="values">At most <see cref="Places"/>; NaN where there is none.</param>
    /// <param name="colour">The line's colour.</param>
    public void Draw(Canvas canvas, ReadOnlySpan<double> values, Colour colour)
    {
        if (values.IsEmpty) return;
        var step = (Area.Width - 1.0) / (Places - 1);
        var left = Area.Right - 1 - ((values.Length - 1) * step);
        for (var x = (int)Math.Ceiling(left); x < Area.Right; x++)
        {
            var middle = (x - left) / step;
            var (from, to) = (Height(values, middle - (0.5 / step)), Height(values, middle + (0.5 / step)));
            var here = Height(values, middle);
            if (double.IsNaN(here)) continue;
            if (double.IsNaN(from)) from = here;
            if (double.IsNaN(to)) to = here;
            DrawColumn(canvas, x, Math.Min(Math.Min(from, to), here), Math.Max(Math.Max(from, to), here), colour);
        }
    }

    /// <summary>The row of pixels that stands for a value; values beyond the edges stay on them.</summary>
    public double RowOf(double value) =>
        Area.Bottom - 1 - ((Math.Clamp(value, Low, High) - Low) / (High - Low) * (Area.Height - 1));

    private double Height(ReadOnlySpan<double> values, double place)
    {
        var inside = Math.Clamp(place, 0, values.Length - 1);
        var before = (int)inside;
        var share = inside - before;
        if (share < 1e-9) return RowOf(values[before]);
        var (first, second) = (values[before], values[before + 1]);
        if (double.IsNaN(first)) return share > 0.5 ? RowOf(second) : double.NaN;
        if (double.IsNaN(second)) return share <= 0.5 ? RowOf(first) : double.NaN;
        return RowOf(first + ((second - first) * share));
    }

    private void DrawColumn(Canvas canvas, int x, double top, double bottom, Colour colour)
    {
        var (from, to) = (top - (Stroke / 2) + 0.5, bottom + (Stroke / 2) + 0.5);
        for (var y = (int)Math.Floor(from); y < to; y++)
            canvas.Mix(x, y, colour, Math.Min(y + 1, to) - Math.Max(y, from));
    }
}
