using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>
/// Reads one text's strips: learns its digits from what Tesseract reads, then from its own sure readings, then reads them all.
/// </summary>
internal sealed class StripReader(HudField text, TesseractReader tesseract)
{
    // Fewer strips than this teach nothing: there is no such text in the video.
    private const int LeastLabelled = 3;

    // How many pictures of its own a digit's mean over all cells weighs in one cell (see DigitLearner.Learn), round by round.
    private const float PriorWeightAtFirst = 50;
    private const float PriorWeightThen = 10;
    private const float PriorWeightAtLast = 3;

    private readonly List<(int Frame, int[] Digits)> labelled = [];

    /// <summary>What was learned; null before, and where there was nothing to learn from.</summary>
    public DigitClassifier? Matcher { get; private set; }

    /// <summary>The text whose strips are read.</summary>
    public HudField Text => text;

    /// <summary>Lets Tesseract read a strip, to learn from it.</summary>
    public void Label(StripStore strips, int frame)
    {
        var digits = new int[text.Digits];
        if (tesseract.TryRead(strips[frame], digits))
            labelled.Add((frame, digits));
    }

    /// <summary>Learns the digits from the strips that Tesseract has read and from all others.</summary>
    /// <param name="strips">The strips.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="related">The digits of the other text, in the same font at another size: they tell which of Tesseract's readings are
    /// wrong.</param>
    public void Learn(StripStore strips, int count, DigitClassifier? related)
    {
        if (labelled.Count < LeastLabelled)
            return;

        var places = CellAligner.Align(text, strips, labelled);
        var labels = labelled.SelectMany(strip => strip.Digits.Select((digit, cell) => new DigitLabel(strip.Frame, cell, digit))).ToList();
        var otherText = related is null ? null : new FontTransfer(related, text, strips, places, labels);
        labels = otherText?.Agreeing ?? labels;
        Matcher = Trainer(labels).Train(PriorWeightAtFirst);
        if (Matcher is { } first)
            Matcher = Trainer(new PseudoLabels(first, strips, 0).Agreeing(labels)).Train(PriorWeightThen);

        for (var round = 0; Matcher is { } known && round < PseudoLabels.Rounds; round++)
        {
            var sure = new PseudoLabels(known, strips, count);
            if (round > 0 && sure.IsEveryDigit)
                break;

            Matcher = Trainer(sure.Agreeing(labels).Concat(sure.Choose(round))).Train(PriorWeightAtLast) ?? known;
        }

        DigitTrainer Trainer(IEnumerable<DigitLabel> from)
        {
            var trainer = new DigitTrainer(text, places);
            foreach (var (digit, picture) in otherText?.Pictures ?? [])
                trainer.Suggest(digit, picture);

            foreach (var label in from)
                trainer.Add(strips[label.Frame], label.Cell, label.Digit);

            return trainer;
        }
    }

    /// <summary>What each of the first <paramref name="count"/> strips says.</summary>
    public FieldValues Read(StripStore strips, int count) =>
        Matcher is null ? FieldValues.None(count) : new ReadingResolver(Matcher, tesseract).Resolve(strips, count);
}

/// <summary>Which digit a cell of a frame's strip is taken to show.</summary>
internal readonly record struct DigitLabel(int Frame, int Cell, int Digit);
