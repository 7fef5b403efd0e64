using OpenCvSharp;

namespace Analyzer.Hud.Digits;

/// <summary>How much of each pixel a letter covers, worked out of the mean of many pictures of it.</summary>
internal static class InkPicture
{
    // Between the darkest shadow and the brightest stroke: what is brighter is the letter's.
    private const float Core = 0.45f;

    /// <summary>The ink, 0 to 1: what lies further than a pixel from a stroke is ground, however bright.</summary>
    public static float[] Of(float[] mean, int width)
    {
        var (darkest, brightest) = (mean.Min(), mean.Max());
        var height = mean.Length / width;
        var ink = new float[mean.Length];
        for (var i = 0; i < mean.Length; i++)
        {
            if (IsByStroke(i % width, i / width))
                ink[i] = Covered(i);
        }

        return ink;

        float Covered(int i) => (mean[i] - darkest) / Math.Max(1, brightest - darkest);

        bool IsByStroke(int x, int y)
        {
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    if (Covered((row * width) + column) > Core)
                        return true;
                }
            }

            return false;
        }
    }

    /// <summary>The ink of a part of a grey picture, in which 0 is none and 255 full.</summary>
    public static float[] Of(Mat grey, Rect part)
    {
        using var inPart = new Mat(grey, part).Clone();
        var ink = new float[part.Width * part.Height];
        var i = 0;
        foreach (var value in inPart.AsSpan<byte>())
            ink[i++] = value / 255f;

        return ink;
    }
}
