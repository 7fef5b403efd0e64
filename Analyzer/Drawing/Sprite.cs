using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>A small picture with transparency, made once and drawn on many frames.</summary>
internal sealed class Sprite
{
    private readonly byte[] colour;
    private readonly byte[] keep;

    private Sprite(int width, int height)
    {
        (Width, Height) = (width, height);
        colour = new byte[width * height * 3];
        keep = new byte[width * height * 3];
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
        for (var i = 0; i < pixels.Length; i++)
        {
            (sprite.colour[i * 3], sprite.colour[(i * 3) + 1], sprite.colour[(i * 3) + 2]) = (pixels[i].Item0, pixels[i].Item1, pixels[i]
                .Item2);
            sprite.keep.AsSpan(i * 3, 3).Fill((byte)(255 - pixels[i].Item3));
        }

        return sprite;
    }

    /// <summary>Draws the sprite with its top left corner at a point; what falls outside is cut off.</summary>
    public void Draw(Canvas canvas, int x, int y)
    {
        var left = Math.Max(0, -x);
        var right = Math.Min(Width, canvas.Width - x);
        if (left >= right) return;
        var bottom = Math.Min(Height, canvas.Height - y);
        for (var row = Math.Max(0, -y); row < bottom; row++)
        {
            var from = ((row * Width) + left) * 3;
            var length = (right - left) * 3;
            Blend(canvas.Row(y + row, x + left, x + right), colour.AsSpan(from, length), keep.AsSpan(from, length));
        }
    }

    private static void Blend(Span<byte> picture, ReadOnlySpan<byte> colour, ReadOnlySpan<byte> keep)
    {
        ref var below = ref MemoryMarshal.GetReference(picture);
        ref var above = ref MemoryMarshal.GetReference(colour);
        ref var share = ref MemoryMarshal.GetReference(keep);
        var i = 0;
        for (; i + Vector128<byte>.Count <= picture.Length; i += Vector128<byte>.Count)
        {
            var kept = Vector128.LoadUnsafe(ref share, (nuint)i);
            if (kept == Vector128<byte>.AllBitsSet) continue;
            var (lowPicture, highPicture) = Vector128.Widen(Vector128.LoadUnsafe(ref below, (nuint)i));
            var (lowKept, highKept) = Vector128.Widen(kept);
            var mixed = Vector128.Narrow(Over255(lowPicture * lowKept), Over255(highPicture * highKept));
            (mixed + Vector128.LoadUnsafe(ref above, (nuint)i)).StoreUnsafe(ref below, (nuint)i);
        }

        for (; i < picture.Length; i++) picture[i] = (byte)(Over255(picture[i] * keep[i]) + colour[i]);
    }

    /// <summary>
    /// Division by 255 to the nearest, without dividing: exact for 0 to 255 x 255 (Blinn, "Three wrongs make a right", 1995).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Over255(int product)
    {
        var rounded = product + 128;
        return (byte)((rounded + (rounded >> 8)) >> 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Over255(Vector128<ushort> product)
    {
        var rounded = product + Vector128.Create((ushort)128);
        return (rounded + (rounded >>> 8)) >>> 8;
    }
}
