namespace Analyzer.Hud;

/// <summary>Reads one text's strips: learns its digits from what Tesseract reads, then from its own sure readings, then reads them all.</summary>
internal sealed class StripReader(HudText text, TesseractReader tesseract)
{
    // A digit this much more likely than any other teaches. (The likelihoods are of a model, hence far above what a wrong one reaches.)
    private const float TeachingMargin = 12;
    private const float TeachingFit = -4;

    // Enough to know how pixels vary together; more costs time and changes nothing.
    private const int PicturesPerDigitAndCell = 100;

    // What Tesseract misreads among a handful of strips is outvoted by the second round, after which nothing changes any more.
    private const int Rounds = 2;

    // Fewer strips than this teach nothing: there is no such text in the video.
    private const int LeastTaught = 3;

    private readonly List<(int Frame, int[] Digits)> taught = [];
    private DigitMatcher? matcher;

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
        if (matcher is null)
        {
            matcher = LearnFromTesseract(strips);
            for (var round = 0; matcher is not null && round < Rounds; round++)
            {
                matcher = LearnFromItself(strips, count, matcher) ?? matcher;
            }
        }
        return matcher is null ? new int?[count] : new DoubtfulReadings(matcher, tesseract).Resolve(strips, count);
    }

    private DigitMatcher? LearnFromTesseract(StripStore strips)
    {
        var learner = new DigitLearner(text);
        foreach (var (frame, digits) in taught)
        {
            for (var cell = 0; cell < text.Digits; cell++)
            {
                learner.Add(strips[frame], cell, digits[cell]);
            }
        }
        return taught.Count < LeastTaught ? null : learner.Learn();
    }

    private DigitMatcher? LearnFromItself(StripStore strips, int count, DigitMatcher known)
    {
        var learner = new DigitLearner(text);
        var pictures = new int[text.Digits, 10];
        var matches = new DigitMatch[text.Digits];
        foreach (var frame in Scattered(count))
        {
            known.Match(strips[frame], matches);
            for (var cell = 0; cell < matches.Length; cell++)
            {
                var match = matches[cell];
                if (match.Margin >= TeachingMargin && match.Fit >= TeachingFit && pictures[cell, match.Digit]++ < PicturesPerDigitAndCell)
                {
                    learner.Add(strips[frame], cell, match.Digit);
                }
            }
        }
        return learner.Learn();
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
