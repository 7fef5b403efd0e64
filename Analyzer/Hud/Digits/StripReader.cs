using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>Reads one text's strips: learns its digits from what Tesseract reads, then from its own sure readings, then reads them all.</summary>
internal sealed class StripReader(HudText text, TesseractReader tesseract)
{
    // Fewer strips than this teach nothing: there is no such text in the video.
    private const int LeastTaught = 3;

    // How many pictures of its own a digit's mean over all cells weighs in one cell (see DigitLearner.Learn), round by round.
    private const float BorrowedAtFirst = 50;
    private const float BorrowedThen = 10;
    private const float BorrowedAtLast = 3;

    private readonly List<(int Frame, int[] Digits)> taught = [];

    /// <summary>What was learned; null before, and where there was nothing to learn from.</summary>
    public DigitMatcher? Matcher { get; private set; }

    /// <summary>The text whose strips are read.</summary>
    public HudText Text => text;

    /// <summary>Lets Tesseract read a strip, to learn from it.</summary>
    public void Teach(StripStore strips, int frame)
    {
        var digits = new int[text.Digits];
        if (tesseract.TryRead(strips[frame], digits))
        {
            taught.Add((frame, digits));
        }
    }

    /// <summary>Learns the digits from the strips that Tesseract has read and from all others.</summary>
    /// <param name="strips">The strips.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="related">The digits of the other text, in the same font at another size: they tell which of Tesseract's readings are wrong.</param>
    public void Learn(StripStore strips, int count, DigitMatcher? related)
    {
        if (taught.Count < LeastTaught)
        {
            return;
        }
        var places = CellPlaces.Align(text, strips, taught);
        var labels = taught.SelectMany(strip => strip.Digits.Select((digit, cell) => new DigitLabel(strip.Frame, cell, digit))).ToList();
        var otherText = related is null ? null : new RelatedDigits(related, text, strips, places, labels);
        labels = otherText?.Agreeing ?? labels;
        Matcher = Learner(labels).Learn(BorrowedAtFirst);
        if (Matcher is { } first)
        {
            Matcher = Learner(new SureDigits(first, strips, 0).Agreeing(labels)).Learn(BorrowedThen);
        }
        for (var round = 0; Matcher is { } known && round < SureDigits.Rounds; round++)
        {
            var sure = new SureDigits(known, strips, count);
            if (round > 0 && sure.IsEveryDigit)
            {
                break;
            }
            Matcher = Learner(sure.Agreeing(labels).Concat(sure.Choose(round))).Learn(BorrowedAtLast) ?? known;
        }

        DigitLearner Learner(IEnumerable<DigitLabel> from)
        {
            var learner = new DigitLearner(text, places);
            foreach (var (digit, picture) in otherText?.Pictures ?? [])
            {
                learner.Suggest(digit, picture);
            }
            foreach (var label in from)
            {
                learner.Add(strips[label.Frame], label.Cell, label.Digit);
            }
            return learner;
        }
    }

    /// <summary>What each of the first <paramref name="count"/> strips says.</summary>
    public TextValues Read(StripStore strips, int count) =>
        Matcher is null ? TextValues.None(count) : new DoubtfulReadings(Matcher, tesseract).Resolve(strips, count);
}

/// <summary>Which digit a cell of a frame's strip is taken to show.</summary>
internal readonly record struct DigitLabel(int Frame, int Cell, int Digit);
