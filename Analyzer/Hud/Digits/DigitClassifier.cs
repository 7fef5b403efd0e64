using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>How one cell of one frame reads.</summary>
/// <param name="Digit">The best digit.</param>
/// <param name="Margin">How much more likely it is than the second best, as a natural logarithm.</param>
/// <param name="Fit">How well it looks like that digit's mean picture, in the standard deviations usual for it: 0 is usual, below is
/// worse.</param>
internal readonly record struct DigitMatch(int Digit, float Margin, float Fit);

/// <summary>
/// Tells digits apart by a linear discriminant: the mean picture of each digit in each cell (so each has its own sub-pixel phase),
/// weighted by how the pixels vary together when the digit stays the same - compression noise and whatever shines through the
/// plate - so that only what tells digits apart counts.
/// </summary>
internal sealed class DigitClassifier(HudField text, int[] places, DigitTemplate?[][] classes)
{
    private readonly float[] patch = new float[text.PatchSize];

    /// <summary>The text whose digits these are.</summary>
    public HudField Text => text;

    /// <summary>Whether each of the ten digits was seen somewhere in this text.</summary>
    public bool IsComplete { get; } = classes[0].All(digit => digit is not null);

    /// <summary>Reads every cell of a strip. Not for several threads at once.</summary>
    public void Match(ReadOnlySpan<byte> strip, Span<DigitMatch> matches)
    {
        for (var cell = 0; cell < text.Digits; cell++)
        {
            DigitPatch.Extract(text, strip, places[cell], patch);
            matches[cell] = Match(classes[cell]);
        }
    }

    /// <summary>Reads every cell of the first <paramref name="count"/> strips, frame by frame.</summary>
    public DigitMatch[] MatchAll(StripStore strips, int count)
    {
        var matches = new DigitMatch[count * text.Digits];
        for (var frame = 0; frame < count; frame++)
            Match(strips[frame], matches.AsSpan(frame * text.Digits, text.Digits));

        return matches;
    }

    /// <summary>The values that matches of whole strips say, however sure; null for an impossible one.</summary>
    public int?[] Values(DigitMatch[] matches)
    {
        var digits = new int[text.Digits];
        var values = new int?[matches.Length / text.Digits];
        for (var frame = 0; frame < values.Length; frame++)
        {
            for (var cell = 0; cell < digits.Length; cell++)
                digits[cell] = matches[(frame * digits.Length) + cell].Digit;

            values[frame] = text.Value(digits);
        }

        return values;
    }

    /// <summary>A digit's mean picture over all cells; null where it was never seen.</summary>
    public float[]? MeanPicture(int digit)
    {
        var mean = new float[text.PatchSize];
        foreach (var cell in classes)
        {
            if (cell[digit] is { } seen)
                DigitPatch.AddScaled(mean, seen.Mean, 1);
        }

        DigitPatch.Normalize(mean);
        return classes.Any(cell => cell[digit] is not null) ? mean : null;
    }

    private DigitMatch Match(DigitTemplate?[] digits)
    {
        var (best, second, digit) = (float.NegativeInfinity, float.NegativeInfinity, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] is not { } candidate)
                continue;

            var score = DigitPatch.Dot(patch, candidate.Weights) + candidate.Bias;
            if (score > best)
            {
                (second, best, digit) = (best, score, i);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        var chosen = digits[digit]!;
        var fit = (DigitPatch.Dot(patch, chosen.Mean) - chosen.UsualFit) / chosen.FitDeviation;
        return new DigitMatch(digit, float.IsFinite(second) ? best - second : 0, fit);
    }
}

/// <summary>What is known of one digit in one cell.</summary>
/// <param name="Mean">Its mean picture, of length 1.</param>
/// <param name="Weights">The discriminant's weights.</param>
/// <param name="Bias">The discriminant's constant.</param>
/// <param name="UsualFit">The usual scalar product of a picture of it with the mean picture.</param>
/// <param name="FitDeviation">The standard deviation of that.</param>
internal sealed record DigitTemplate(float[] Mean, float[] Weights, float Bias, float UsualFit, float FitDeviation);
