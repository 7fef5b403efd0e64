using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>
/// Reads a stretch of strips: what the matcher is sure of as it is, the rest as far as Tesseract confirms it, else nothing.
/// </summary>
internal sealed class ReadingResolver(DigitClassifier matcher, TesseractReader tesseract)
{
    // In videos of the simulator's own quality the least margin of a thousand frames is above 400, at CRF 28 above 60. Wrong digits reach
    // 20
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

    // Wrong digits in very coarsely compressed videos reach 150: whoever knows more than the picture may doubt what is not above this.
    private const float PlainMargin = 200;

    /// <summary>What each of the first <paramref name="count"/> strips says.</summary>
    public FieldValues Resolve(StripStore strips, int count)
    {
        var matches = matcher.MatchAll(strips, count);
        var values = matcher.Values(matches);
        var regular = matcher.Text == HudField.Clock ? ClockRegularity.Check(values) : null;
        var opinions = FewSecondOpinions + (count / FramesPerSecondOpinion);
        var cells = matcher.Text.Digits;
        var digits = new int[cells];
        var ambiguous = new bool[count];
        for (var frame = 0; frame < count; frame++)
        {
            var read = matches.AsSpan(frame * cells, cells);
            ambiguous[frame] = LeastMargin(read) < PlainMargin;
            if (IsSure(read, regular?[frame] ?? true))
                continue;

            var confirmed = LeastMargin(read) >= HopelessMargin && opinions-- > 0
                && tesseract.TryRead(strips[frame], digits) && matcher.Text.Value(digits) == values[frame];
            values[frame] = confirmed ? values[frame] : null;
        }

        if (matcher.Text == HudField.Clock)
            ClockOrder.DropBackward(values);

        return new FieldValues(values, ambiguous);
    }

    private bool IsSure(ReadOnlySpan<DigitMatch> read, bool isRegular)
    {
        foreach (var match in read)
        {
            var isUsual = isRegular && match.Fit >= UsualFit;
            if (match.Margin < (isUsual ? SureMargin : MarginInDoubt) || (!isUsual && !matcher.IsComplete))
                return false;
        }

        return true;
    }

    private static float LeastMargin(ReadOnlySpan<DigitMatch> read)
    {
        var least = float.PositiveInfinity;
        foreach (var match in read) least = Math.Min(least, match.Margin);
        return least;
    }
}

/// <summary>What a stretch of strips says.</summary>
/// <param name="Values">By strip; null where it could not be read for sure.</param>
/// <param name="Ambiguous">By strip: whether the digits are so near to others that what is known besides the picture may tell against
/// them.</param>
internal readonly record struct FieldValues(int?[] Values, bool[] Ambiguous)
{
    /// <summary>Nothing read.</summary>
    public static FieldValues None(int count) => new(new int?[count], new bool[count]);
}
