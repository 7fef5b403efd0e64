using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>A small picture with an alpha channel, made once and alpha-blended (premultiplied) onto many frames.</summary>
internal sealed class Sprite
{
    private readonly int stride;
    private readonly byte[] colour;
    private readonly byte[] transparency;
    private Run[] runs = [];

    // Rows are filled up to whole vectors with what changes nothing.
    private Sprite(int width, int height)
    {
        (Width, Height) = (width, height);
        stride = WholeVectors(width * 3);
        colour = new byte[stride * height];
        transparency = new byte[stride * height];
        transparency.AsSpan().Fill(255);
    }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>Takes a picture.</summary>
    /// <param name="premultiplied">8-bit BGRA, the colours already multiplied by their opacity.</param>
    public static Sprite From(Mat premultiplied)
    {
        var sprite = new Sprite(premultiplied.Width, premultiplied.Height);
        var pixels = premultiplied.AsSpan<Vec4b>();
        for (var row = 0; row < sprite.Height; row++)
        {
            var colours = sprite.colour.AsSpan(row * sprite.stride);
            var shares = sprite.transparency.AsSpan(row * sprite.stride);
            var at = 0;
            foreach (ref readonly var pixel in pixels.Slice(row * sprite.Width, sprite.Width))
            {
                if (pixel.Item3 > 0)
                {
                    (colours[at], colours[at + 1], colours[at + 2]) = (pixel.Item0, pixel.Item1, pixel.Item2);
                    shares[at] = shares[at + 1] = shares[at + 2] = (byte)(255 - pixel.Item3);
                }

                at += 3;
            }
        }

        sprite.FindRuns();
        return sprite;
    }

    /// <summary>This sprite on another one of its size, as one.</summary>
    public Sprite On(Sprite below)
    {
        var both = new Sprite(Width, Height);
        below.colour.CopyTo(both.colour, 0);
        Blend(both.colour, colour, transparency);
        below.transparency.CopyTo(both.transparency, 0);
        Blend(both.transparency, new byte[transparency.Length], transparency);
        both.FindRuns();
        return both;
    }

    /// <summary>Draws the sprite with its top left corner at a point; what falls outside is clipped.</summary>
    public void Draw(Canvas canvas, int x, int y)
    {
        var left = Math.Max(0, -x);
        var right = Math.Min(Width, canvas.Width - x);
        if (left >= right) return;
        var bottom = Math.Min(Height, canvas.Height - y);
        foreach (ref readonly var run in runs.AsSpan())
        {
            var (from, to) = (Math.Max(run.From, left * 3), Math.Min(run.To, right * 3));
            if (y + run.Row < 0 || run.Row >= bottom || from >= to) continue;
            var picture = canvas.RowToTheEnd(y + run.Row)[((x * 3) + from)..];
            // What fills up the last vector may reach into the picture's next row, but not beyond its end.
            var count = (right == Width && picture.Length >= run.To - from ? run.To : to) - from;
            var at = (run.Row * stride) + from;
            Blend(picture[..count], colour.AsSpan(at, count), transparency.AsSpan(at, count));
        }
    }

    // Whole vectors of which something can be seen.
    private void FindRuns()
    {
        var found = new List<Run>();
        for (var at = 0; at < transparency.Length; at += Vector128<byte>.Count)
        {
            if (!transparency.AsSpan(at, Vector128<byte>.Count).ContainsAnyExcept((byte)255)) continue;
            var (row, from) = Math.DivRem(at, stride);
            if (found.Count > 0 && found[^1] is var last && last.Row == row && last.To == from)
                found[^1] = last with { To = from + Vector128<byte>.Count };
            else found.Add(new Run(row, from, from + Vector128<byte>.Count));
        }

        runs = [.. found];
    }

    private static int WholeVectors(int bytes) =>
        (bytes + Vector128<byte>.Count - 1) / Vector128<byte>.Count * Vector128<byte>.Count;

    // What is compiled ahead of time knows no AVX2, and unoptimised the first pictures would take long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blend(Span<byte> picture, ReadOnlySpan<byte> colour, ReadOnlySpan<byte> transparency)
    {
        ref var below = ref MemoryMarshal.GetReference(picture);
        ref var above = ref MemoryMarshal.GetReference(colour);
        ref var share = ref MemoryMarshal.GetReference(transparency);
        var i = 0;
        if (Avx2.IsSupported)
        {
            for (; i + Vector256<byte>.Count <= picture.Length; i += Vector256<byte>.Count)
            {
                var (under, shares) = (Vector256.LoadUnsafe(ref below, (nuint)i), Vector256.LoadUnsafe(ref share, (nuint)i));
                var low = Avx2.UnpackLow(under, default).AsUInt16() * Avx2.UnpackLow(shares, default).AsUInt16();
                var high = Avx2.UnpackHigh(under, default).AsUInt16() * Avx2.UnpackHigh(shares, default).AsUInt16();
                var mixed = Avx2.PackUnsignedSaturate(DivideBy255(low).AsInt16(), DivideBy255(high).AsInt16());
                (mixed + Vector256.LoadUnsafe(ref above, (nuint)i)).StoreUnsafe(ref below, (nuint)i);
            }
        }

        for (; i + Vector128<byte>.Count <= picture.Length; i += Vector128<byte>.Count)
        {
            var (lowPicture, highPicture) = Vector128.Widen(Vector128.LoadUnsafe(ref below, (nuint)i));
            var (lowShare, highShare) = Vector128.Widen(Vector128.LoadUnsafe(ref share, (nuint)i));
            var mixed = Vector128.Narrow(DivideBy255(lowPicture * lowShare), DivideBy255(highPicture * highShare));
            (mixed + Vector128.LoadUnsafe(ref above, (nuint)i)).StoreUnsafe(ref below, (nuint)i);
        }

        for (; i < picture.Length; i++) picture[i] = (byte)(DivideBy255(picture[i] * transparency[i]) + colour[i]);
    }

    /// <summary>To the nearest, without dividing: exact for 0 to 255 x 255 (Blinn, "Three wrongs make a right", 1995).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte DivideBy255(int product)
    {
        var rounded = product + 128;
        return (byte)((rounded + (rounded >> 8)) >> 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> DivideBy255(Vector128<ushort> product)
    {
        var rounded = product + Vector128.Create((ushort)128);
        return (rounded + (rounded >>> 8)) >>> 8;
    }

    // The same once more: r + (r >> 8) >> 8 is r * 257 >> 16.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> DivideBy255(Vector256<ushort> product) =>
        Avx2.MultiplyHigh(product + Vector256.Create((ushort)128), Vector256.Create((ushort)257));

    /// <summary>Neighbouring bytes of a row of which something can be seen.</summary>
    private readonly record struct Run(int Row, int From, int To);
}
