using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>An opaque picture, drawn once and copied onto many frames as the background of what changes.</summary>
internal sealed class Backdrop
{
    private readonly byte[] pixels;
    private readonly Size size;

    /// <summary>Draws it.</summary>
    /// <param name="size">Pixels.</param>
    /// <param name="background">The colour under all that is drawn.</param>
    /// <param name="draw">Draws the rest.</param>
    public Backdrop(Size size, Colour background, Action<Canvas> draw)
        : this(size, new byte[size.Width * size.Height * 3])
    {
        var canvas = Canvas.Of(pixels, size);
        canvas.Fill(new Rect(default, size), background);
        draw(canvas);
    }

    private Backdrop(Size size, byte[] pixels) => (this.size, this.pixels) = (size, pixels);

    /// <summary>One with something more on it.</summary>
    public Backdrop With(Action<Canvas> draw)
    {
        var more = new Backdrop(size, [.. pixels]);
        draw(Canvas.Of(more.pixels, size));
        return more;
    }

    /// <summary>Copies it, its top left corner to a point; it must lie inside.</summary>
    public void Draw(Canvas canvas, Point corner)
    {
        var bytes = size.Width * 3;
        for (var y = 0; y < size.Height; y++)
            pixels.AsSpan(y * bytes, bytes).CopyTo(canvas.Row(corner.Y + y, corner.X, corner.X + size.Width));
    }
}
