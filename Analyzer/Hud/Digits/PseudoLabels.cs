using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>The readings of a stretch of strips that are sure enough to learn from.</summary>
internal sealed class PseudoLabels
{
    // The likelihoods are of a model that takes noise for independent of the digit: a wrong digit seldom reaches this.
    private const float LeastMargin = 12;

    private const float FarBeyondDoubt = 100;

    // Enough to know how pixels vary together; more costs time and changes nothing.
    private const int PicturesPerDigitAndCell = 60;

    // The surest half teaches first: what Tesseract misread among the first strips is outvoted. Then all but the least sure.
    private static readonly double[] Shares = [0.5, 0.75, 0.9];

    private readonly DigitClassifier matcher;
    private readonly StripStore strips;
    private readonly int count;
    private readonly DigitMatch[] matches;

    /// <summary>Reads the first <paramref name="count"/> strips.</summary>
    public PseudoLabels(DigitClassifier matcher, StripStore strips, int count)
    {
        (this.matcher, this.strips, this.count) = (matcher, strips, count);
        matches = matcher.MatchAll(strips, count);
    }

    /// <summary>The number of rounds after which learning more changes nothing.</summary>
    public static int Rounds => Shares.Length;

    /// <summary>Whether every digit was read far beyond doubt, so that there is nothing left to learn.</summary>
    public bool IsEveryDigit => Array.TrueForAll(matches, match => match.Margin >= FarBeyondDoubt);

    private int Cells => matcher.Text.Digits;

    /// <summary>The labels that the matcher reads in the same way.</summary>
    public IEnumerable<DigitLabel> Agreeing(IEnumerable<DigitLabel> labels)
    {
        var read = new DigitMatch[Cells];
        var frame = -1;
        foreach (var label in labels)
        {
            if (label.Frame != frame)
            {
                frame = label.Frame;
                matcher.Match(strips[frame], read);
            }

            if (read[label.Cell].Digit == label.Digit)
                yield return label;
        }
    }

    /// <summary>The surer part of the readings of each digit, whatever margins this video's compression leaves.</summary>
    public IEnumerable<DigitLabel> Choose(int round)
    {
        var least = LeastMargins(Shares[round]);
        var regular = matcher.Text == HudField.Clock ? ClockRegularity.Check(matcher.Values(matches)) : null;
        // A steady clock vouches for all its digits but the last. That one learns from the others' pictures first.
        var cells = regular is not null && round == 0 ? Cells - 1 : Cells;
        var pictures = new int[Cells, 10];
        foreach (var frame in Scattered(count))
        {
            if (regular?[frame] == false)
                continue;

            for (var cell = 0; cell < cells; cell++)
            {
                var match = matches[(frame * Cells) + cell];
                var vouched = regular is not null && cell < Cells - 1;
                if ((vouched || match.Margin >= least[match.Digit]) && pictures[cell, match.Digit]++ < PicturesPerDigitAndCell)
                    yield return new DigitLabel(frame, cell, match.Digit);
            }
        }
    }

    private float[] LeastMargins(double share)
    {
        var margins = matches.ToLookup(match => match.Digit, match => match.Margin);
        return [.. Enumerable.Range(0, 10).Select(digit =>
        {
            var sorted = margins[digit].Order().ToList();
            return sorted.Count == 0 ? 0 : MathF.Max(LeastMargin, sorted[(int)((1 - share) * (sorted.Count - 1))]);
        })];
    }

    // All frames, near ones far apart in order, so that the first few hundred are a spread of the whole.
    private static IEnumerable<int> Scattered(int count)
    {
        const int Step = 64;
        for (var start = 0; start < Step; start++)
        {
            for (var frame = start; frame < count; frame += Step)
                yield return frame;
        }
    }
}
