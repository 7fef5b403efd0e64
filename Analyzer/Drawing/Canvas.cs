using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>The pixels of a BGR picture to draw on, without copying or allocating. Everything drawn is clipped at its edges.</summary>
internal readonly ref struct Canvas
{
    private readonly Span<byte> bytes;
    private readonly int stride;

    private Canvas(Span<byte> bytes, int stride, int width, int height)
    {
        this.bytes = bytes;
        (this.stride, Width, Height) = (stride, width, height);
    }

    /// <summary>A canvas on <paramref name="picture"/> (8-bit BGR), which must outlive it.</summary>
    public static unsafe Canvas Of(Mat picture)
    {
        var stride = (int)picture.Step();
        return new Canvas(
            new Span<byte>(picture.DataPointer, (stride * (picture.Height - 1)) + (picture.Width * 3)),
            stride,
            picture.Width,
            picture.Height);
    }

    /// <summary>A canvas on bytes that hold a picture's rows without gaps.</summary>
    public static Canvas Of(Span<byte> bytes, Size size) => new(bytes, size.Width * 3, size.Width, size.Height);

    /// <summary>A canvas without pixels: what is drawn on it leaves no mark, and can be measured so.</summary>
    public static Canvas Empty => default;

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>
    /// The bytes (blue, green, red) of a row's pixels from <paramref name="left"/> up to <paramref name="right"/>, which is left out.
    /// </summary>
    public Span<byte> Row(int y, int left, int right) => bytes.Slice((y * stride) + (left * 3), (right - left) * 3);

    /// <summary>The bytes from a row's first pixel to the end of the picture.</summary>
    public Span<byte> RowToTheEnd(int y) => bytes[(y * stride)..];

    /// <summary>Part of this canvas as a canvas of its own; what lies outside is left out.</summary>
    public Canvas Area(Rect area)
    {
        var inside = area.Intersect(new Rect(0, 0, Width, Height));
        return new(bytes.Slice((inside.Y * stride) + (inside.X * 3)), stride, inside.Width, inside.Height);
    }

    /// <summary>Fills a rectangle with one colour.</summary>
    public void Fill(Rect area, Colour colour)
    {
        var inside = area.Intersect(new Rect(0, 0, Width, Height));
        if (inside.Width <= 0 || inside.Height <= 0) return;
        var first = Row(inside.Top, inside.Left, inside.Right);
        for (var i = 0; i < first.Length; i += 3) (first[i], first[i + 1], first[i + 2]) = (colour.Blue, colour.Green, colour.Red);
        for (var y = inside.Top + 1; y < inside.Bottom; y++) first.CopyTo(Row(y, inside.Left, inside.Right));
    }

    /// <summary>Darkens a rectangle: each value becomes <paramref name="keep"/> (0 to 1) of what it was.</summary>
    public void Dim(Rect area, double keep)
    {
        var inside = area.Intersect(new Rect(0, 0, Width, Height));
        var factor = (int)(keep * 256);
        for (var y = inside.Top; y < inside.Bottom; y++)
            foreach (ref var value in Row(y, inside.Left, inside.Right)) value = (byte)((value * factor) >> 8);
    }

    /// <summary>Blends a colour into one pixel; outside the canvas nothing happens.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="colour">The colour to mix in.</param>
    /// <param name="opacity">0 (nothing) to 1 (covers).</param>
    public void Mix(int x, int y, Colour colour, double opacity)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height) return;
        Mix(Row(y, x, x + 1), colour, opacity);
    }

    /// <summary>Blends a colour into a column of pixels as far as it covers them (anti-aliased); what lies outside is clipped.</summary>
    /// <param name="x">Column.</param>
    /// <param name="top">Where it begins; a row's pixel reaches from its number to the next.</param>
    /// <param name="bottom">Where it ends.</param>
    /// <param name="colour">The colour to mix in.</param>
    public void MixColumn(int x, double top, double bottom, Colour colour)
    {
        if ((uint)x >= (uint)Width) return;
        var (first, last) = (Math.Max(0, (int)Math.Floor(top)), Math.Min(Height, (int)Math.Ceiling(bottom)));
        for (var y = first; y < last; y++)
        {
            var opacity = (y + 1 < bottom ? y + 1 : bottom) - (y > top ? y : top);
            var pixel = bytes.Slice((y * stride) + (x * 3), 3);
            Mix(pixel, colour, opacity);
        }
    }

    private static void Mix(Span<byte> pixel, Colour colour, double opacity)
    {
        var share = (int)((opacity * 256) + 0.5);
        pixel[0] = Blend(pixel[0], colour.Blue, share);
        pixel[1] = Blend(pixel[1], colour.Green, share);
        pixel[2] = Blend(pixel[2], colour.Red, share);
    }

    private static byte Blend(byte below, byte above, int shareIn256) => (byte)(below + ((((above - below) * shareIn256) + 128) >> 8));
}
