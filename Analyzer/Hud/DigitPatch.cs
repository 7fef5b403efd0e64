using System.Numerics;

namespace Analyzer.Hud;

/// <summary>One digit's picture as a vector: its pixels with brightness and contrast taken out (mean 0, length 1).</summary>
internal static class DigitPatch
{
    /// <summary>Takes the picture that begins <paramref name="left"/> pixels into a strip; a flat one becomes all zeros.</summary>
    public static void Extract(HudText text, ReadOnlySpan<byte> strip, int left, Span<float> patch)
    {
        var (width, height) = (text.PatchWidth, text.PatchHeight);
        for (var y = 0; y < height; y++)
        {
            var source = strip.Slice(((HudText.PatchTop + y) * text.StripWidth) + left, width);
            var target = patch.Slice(y * width, width);
            for (var x = 0; x < source.Length; x++)
            {
                target[x] = source[x];
            }
        }
        Normalize(patch);
    }

    /// <summary>Takes brightness and contrast out of a picture.</summary>
    public static void Normalize(Span<float> patch)
    {
        // A picture of brightnesses 0..255 that varies less than this is flat; one of length 1 never is.
        const float Flat = 1e-3f;
        var (sum, squares) = (0f, 0f);
        foreach (var value in patch)
        {
            sum += value;
        }
        var mean = sum / patch.Length;
        for (var i = 0; i < patch.Length; i++)
        {
            patch[i] -= mean;
            squares += patch[i] * patch[i];
        }
        var gain = squares > Flat ? 1 / MathF.Sqrt(squares) : 0;
        for (var i = 0; i < patch.Length; i++)
        {
            patch[i] *= gain;
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
