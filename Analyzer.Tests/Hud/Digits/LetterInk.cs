namespace Analyzer.Tests.Hud.Digits;

/// <summary>How much of each pixel a letter covers, worked out of the mean of many pictures of it.</summary>
internal static class LetterInk
{
    // Between the darkest shadow and the brightest stroke: what is brighter is the letter's.
    private const float Core = 0.45f;

    /// <summary>The ink, 0 to 1: what lies further than a pixel from a stroke is background, however bright.</summary>
    public static float[] Of(float[] mean, int width)
    {
        var (darkest, brightest) = (mean.Min(), mean.Max());
        var height = mean.Length / width;
        return [.. mean.Select((_, i) => IsByStroke(i % width, i / width) ? Covered(i) : 0)];

        float Covered(int i) => (mean[i] - darkest) / Math.Max(1, brightest - darkest);

        bool IsByStroke(int x, int y)
        {
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                    if (Covered((row * width) + column) > Core) return true;
            }

            return false;
        }
    }
}
