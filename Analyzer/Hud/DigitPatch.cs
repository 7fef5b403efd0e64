using System.Numerics;

namespace Analyzer.Hud;

/// <summary>One digit's picture as a vector: its pixels with brightness and contrast taken out (mean 0, length 1).</summary>
internal static class DigitPatch
{
    /// <summary>Takes a cell's picture out of a strip; a flat picture becomes all zeros.</summary>
    public static void Extract(HudText text, ReadOnlySpan<byte> strip, int cell, Span<float> patch)
    {
        var (width, height, left) = (text.PatchWidth, text.PatchHeight, text.PatchLeft(cell));
        var (sum, squares) = (0, 0);
        for (var y = 0; y < height; y++)
        {
            var source = strip.Slice(((HudText.PatchTop + y) * text.StripWidth) + left, width);
            var target = patch.Slice(y * width, width);
            for (var x = 0; x < source.Length; x++)
            {
                var value = source[x];
                target[x] = value;
                sum += value;
                squares += value * value;
            }
        }
        var mean = (float)sum / text.PatchSize;
        var length = MathF.Sqrt(MathF.Max(0, squares - (mean * sum)));
        var gain = length > 1 ? 1 / length : 0;
        for (var i = 0; i < text.PatchSize; i++)
        {
            patch[i] = (patch[i] - mean) * gain;
        }
    }

    /// <summary>The scalar product of two vectors.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }
        return total;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="b"/> to <paramref name="a"/>.</summary>
    public static void AddScaled(Span<float> a, ReadOnlySpan<float> b, float factor)
    {
        var scale = new Vector<float>(factor);
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(a[i..]) + (new Vector<float>(b[i..]) * scale)).CopyTo(a[i..]);
        }
        for (; i < a.Length; i++)
        {
            a[i] += b[i] * factor;
        }
    }
}
