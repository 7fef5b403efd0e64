namespace Analyzer.Hud;

/// <summary>Reads a stretch of strips: what the matcher is sure of as it is, the rest as far as Tesseract confirms it, else nothing.</summary>
internal sealed class DoubtfulReadings(DigitMatcher matcher, TesseractReader tesseract)
{
    // In videos of the simulator's own quality the least margin of a thousand frames is above 400, at CRF 28 above 60. Wrong digits reach 20
    // only in pictures scaled down or compressed until strokes of one digit are drawn into another.
    private const float SureMargin = 20;

    // What looks less like its digit than this, or stands out of its neighbours' row, must be that much surer.
    private const float UsualFit = -3;
    private const float MarginInDoubt = 60;

    // Below this, two digits are as likely as each other, and Tesseract's word is no better.
    private const float HopelessMargin = 10;

    // Tesseract takes ten times as long for a strip as decoding a frame: its second opinions must stay few.
    private const int FewSecondOpinions = 20;
    private const int FramesPerSecondOpinion = 100;

    /// <summary>The value of each of the first <paramref name="count"/> strips; null where it could not be read for sure.</summary>
    public int?[] Resolve(StripStore strips, int count)
    {
        var matches = matcher.MatchAll(strips, count);
        var values = matcher.Values(matches);
        var regular = matcher.Text == HudText.Clock ? ClockRegularity.Check(values) : null;
        var opinions = FewSecondOpinions + (count / FramesPerSecondOpinion);
        var cells = matcher.Text.Digits;
        var digits = new int[cells];
        for (var frame = 0; frame < count; frame++)
        {
            var read = matches.AsSpan(frame * cells, cells);
            if (IsSure(read, regular?[frame] ?? true))
            {
                continue;
            }
            var confirmed = !IsHopeless(read) && opinions-- > 0
                && tesseract.TryRead(strips[frame], digits) && matcher.Text.Value(digits) == values[frame];
            values[frame] = confirmed ? values[frame] : null;
        }
        if (matcher.Text == HudText.Clock)
        {
            ClockOrder.DropBackward(values);
        }
        return values;
    }

    private bool IsSure(ReadOnlySpan<DigitMatch> read, bool isRegular)
    {
        foreach (var match in read)
        {
            var isUsual = isRegular && match.Fit >= UsualFit;
            if (match.Margin < (isUsual ? SureMargin : MarginInDoubt) || (!isUsual && !matcher.IsComplete))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsHopeless(ReadOnlySpan<DigitMatch> read)
    {
        foreach (var match in read)
        {
            if (match.Margin < HopelessMargin)
            {
                return true;
            }
        }
        return false;
    }
}
