using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>Plots a curve of evenly spaced values, anti-aliased, with a gap where a value is missing.</summary>
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
        Span<double> heights = stackalloc double[values.Length];
        for (var i = 0; i < values.Length; i++) heights[i] = UnboundedRowOf(values[i]);
        var placesAPixel = (Places - 1) / (Area.Width - 1.0);
        var left = Area.Right - 1 - ((values.Length - 1) / placesAPixel);
        var (first, half) = ((int)Math.Ceiling(left), placesAPixel / 2);
        var next = Height(heights, ((first - left) * placesAPixel) - half);
        for (var x = first; x < Area.Right; x++)
        {
            var middle = (x - left) * placesAPixel;
            var (from, here) = (next, Height(heights, middle));
            next = Height(heights, middle + half);
            if (double.IsNaN(here)) continue;
            var (top, bottom) = (here, here);
            if (from < top) top = from;
            if (from > bottom) bottom = from;
            if (next < top) top = next;
            if (next > bottom) bottom = next;
            canvas.MixColumn(x, top - (Stroke / 2) + 0.5, bottom + (Stroke / 2) + 0.5, colour);
        }
    }

    /// <summary>The row of pixels that stands for a value; values beyond the edges stay on them.</summary>
    public double RowOf(double value) => Inside(UnboundedRowOf(value));

    private double UnboundedRowOf(double value) => Area.Bottom - 1 - ((value - Low) / (High - Low) * (Area.Height - 1));

    private double Inside(double row) => row < Area.Top ? Area.Top : row > Area.Bottom - 1 ? Area.Bottom - 1 : row;

    private double Height(ReadOnlySpan<double> heights, double place)
    {
        if (place <= 0) return Inside(heights[0]);
        if (place >= heights.Length - 1) return Inside(heights[^1]);
        var before = (int)place;
        var share = place - before;
        var (first, second) = (heights[before], heights[before + 1]);
        if (share < 1e-9) return Inside(first);
        if (double.IsNaN(first)) return share > 0.5 ? Inside(second) : double.NaN;
        if (double.IsNaN(second)) return share <= 0.5 ? Inside(first) : double.NaN;
        return Inside(first + ((second - first) * share));
    }
}
