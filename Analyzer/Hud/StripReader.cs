namespace Analyzer.Hud;

/// <summary>Reads one text's strips: learns its digits from what Tesseract reads, then from its own sure readings, then reads them all.</summary>
internal sealed class StripReader(HudText text, TesseractReader tesseract)
{
    // A digit this much more likely than any other teaches. (The likelihoods are of a model, hence far above what a wrong one reaches.)
    private const float TeachingMargin = 12;
    private const float TeachingFit = -4;

    // Enough to know how pixels vary together; more costs time and changes nothing.
    private const int PicturesPerDigitAndCell = 100;

    // The surest half teaches first: what Tesseract misread among the first strips is outvoted. Then all but the least sure.
    private static readonly double[] Shares = [0.5, 0.75, 0.9];

    // Fewer strips than this teach nothing: there is no such text in the video.
    private const int LeastTaught = 3;

    private readonly List<(int Frame, int[] Digits)> taught = [];
    private DigitMatcher? matcher;
    private int[] places = [];

    /// <summary>The text whose strips are read.</summary>
    public HudText Text => text;

    /// <summary>Lets Tesseract read a strip, to learn from it.</summary>
    public void Teach(StripStore strips, int frame)
    {
        var digits = new int[text.Digits];
        if (matcher is null && tesseract.TryRead(strips[frame], digits))
        {
            taught.Add((frame, digits));
        }
    }

    /// <summary>The value of each of the first <paramref name="count"/> strips; null where it could not be read for sure.</summary>
    public int?[] Read(StripStore strips, int count)
    {
        matcher ??= Learn(strips, count);
        return matcher is null ? new int?[count] : new DoubtfulReadings(matcher, tesseract).Resolve(strips, count);
    }

    private DigitMatcher? Learn(StripStore strips, int count)
    {
        if (taught.Count < LeastTaught)
        {
            return null;
        }
        places = CellPlaces.Align(text, strips, taught);
        var learned = Learn(strips, 0, null, 50, 0);
        learned = learned is null ? null : Learn(strips, 0, learned, 10, 0);
        for (var round = 0; learned is not null && round < Shares.Length; round++)
        {
            learned = Learn(strips, count, learned, 3, Shares[round]);
        }
        return learned;
    }

    // From what Tesseract read, as far as what is known so far says the same, and from the sure readings of the first strips.
    private DigitMatcher? Learn(StripStore strips, int count, DigitMatcher? known, float borrowed, double share)
    {
        var learner = new DigitLearner(text, places);
        var matches = new DigitMatch[text.Digits];
        foreach (var (frame, digits) in taught)
        {
            known?.Match(strips[frame], matches);
            for (var cell = 0; cell < text.Digits; cell++)
            {
                if (known is null || matches[cell].Digit == digits[cell])
                {
                    learner.Add(strips[frame], cell, digits[cell]);
                }
            }
        }
        if (known is not null)
        {
            AddSure(learner, strips, count, known, share);
        }
        return learner.Learn(borrowed);
    }

    // The surer part of the readings of each digit, whatever margins this video's compression leaves.
    private void AddSure(DigitLearner learner, StripStore strips, int count, DigitMatcher known, double share)
    {
        var cells = text.Digits;
        var matches = new DigitMatch[count * cells];
        for (var frame = 0; frame < count; frame++)
        {
            known.Match(strips[frame], matches.AsSpan(frame * cells, cells));
        }
        var least = LeastMargins(matches, share);
        var pictures = new int[cells, 10];
        foreach (var frame in Scattered(count))
        {
            for (var cell = 0; cell < cells; cell++)
            {
                var match = matches[(frame * cells) + cell];
                if (match.Margin >= least[match.Digit] && match.Fit >= TeachingFit && pictures[cell, match.Digit]++ < PicturesPerDigitAndCell)
                {
                    learner.Add(strips[frame], cell, match.Digit);
                }
            }
        }
    }

    private static float[] LeastMargins(DigitMatch[] matches, double share)
    {
        var margins = matches.ToLookup(match => match.Digit, match => match.Margin);
        return [.. Enumerable.Range(0, 10).Select(digit =>
        {
            var sorted = margins[digit].Order().ToList();
            return sorted.Count == 0 ? 0 : MathF.Max(TeachingMargin, sorted[(int)((1 - share) * (sorted.Count - 1))]);
        })];
    }

    // All frames, near ones far apart in order, so that the first few hundred are a spread of the whole.
    private static IEnumerable<int> Scattered(int count)
    {
        const int Step = 64;
        for (var start = 0; start < Step; start++)
        {
            for (var frame = start; frame < count; frame += Step)
            {
                yield return frame;
            }
        }
    }
}
