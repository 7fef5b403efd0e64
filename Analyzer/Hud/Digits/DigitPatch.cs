using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Analyzer.Hud.Layout;

namespace Analyzer.Hud.Digits;

/// <summary>One digit's picture as a vector: its pixels with brightness and contrast taken out (mean 0, length 1).</summary>
internal static class DigitPatch
{
    /// <summary>Takes the picture that begins <paramref name="left"/> pixels into a strip; a flat one becomes all zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Extract(HudField text, ReadOnlySpan<byte> strip, int left, Span<float> patch)
    {
        var (width, height) = (text.PatchWidth, text.PatchHeight);
        for (var y = 0; y < height; y++)
        {
            var source = strip.Slice(((HudField.PatchTop + y) * text.StripWidth) + left, width);
            var target = patch.Slice(y * width, width);
            for (var x = 0; x < source.Length; x++)
                target[x] = source[x];
        }

        Normalize(patch);
    }

    /// <summary>Takes brightness and contrast out of a picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(Span<float> patch)
    {
        // A picture of brightnesses 0..255 that varies less than this is flat; one of length 1 never is.
        const float Flat = 1e-3f;
        var (sum, squares) = (0f, 0f);
        foreach (var value in patch)
            sum += value;

        var mean = sum / patch.Length;
        for (var i = 0; i < patch.Length; i++)
        {
            patch[i] -= mean;
            squares += patch[i] * patch[i];
        }

        var gain = squares > Flat ? 1 / MathF.Sqrt(squares) : 0;
        for (var i = 0; i < patch.Length; i++)
            patch[i] *= gain;
    }

    /// <summary>The scalar product of two vectors; the first may be shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        b = b[..a.Length];
        var wideA = MemoryMarshal.Cast<float, Vector<float>>(a);
        var wideB = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < wideA.Length && i < wideB.Length; i++)
            sum += wideA[i] * wideB[i];

        var total = Vector.Sum(sum);
        for (var i = wideA.Length * Vector<float>.Count; i < a.Length; i++)
            total += a[i] * b[i];

        return total;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="b"/> to <paramref name="a"/>; the latter may be shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> a, ReadOnlySpan<float> b, float factor)
    {
        b = b[..a.Length];
        var wideA = MemoryMarshal.Cast<float, Vector<float>>(a);
        var wideB = MemoryMarshal.Cast<float, Vector<float>>(b);
        var scale = new Vector<float>(factor);
        for (var i = 0; i < wideA.Length && i < wideB.Length; i++)
            wideA[i] += wideB[i] * scale;

        for (var i = wideA.Length * Vector<float>.Count; i < a.Length; i++)
            a[i] += b[i] * factor;
    }
}
