using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>The digits of one text drawn at the size of the other: the HUD writes both in one font.</summary>
internal sealed class FontTransfer
{
    // Where the other text's pictures agree with fewer of Tesseract's readings than this, it is another font after all.
    private const double LeastAgreement = 0.6;

    // The place of one text relative to the other is known to a pixel only.
    private const float Step = 0.5f;

    // By so much another digit must look more alike before a reading of Tesseract's is not believed.
    private const float ClearlyBetter = 0.03f;

    private readonly DigitClassifier from;
    private readonly HudField to;
    private readonly float[]?[] pictures = [];

    /// <summary>Draws the digits of <paramref name="from"/> where they look most like the labelled ones.</summary>
    public FontTransfer(DigitClassifier from, HudField to, StripStore strips, int[] places, List<DigitLabel> labels)
    {
        (this.from, this.to) = (from, to);
        var bestLikeness = float.NegativeInfinity;
        Agreeing = labels;
        for (var dy = -1f; dy <= 1; dy += Step)
        {
            for (var dx = -1.5f; dx <= 1.5f; dx += Step)
            {
                var digits = Enumerable.Range(0, 10).Select(digit => Rescale(from.MeanPicture(digit), dx, dy)).ToArray();
                var agreeing = Agree(strips, places, labels, digits, out var likeness);
                if (likeness > bestLikeness)
                    (Agreeing, pictures, bestLikeness) = (agreeing, digits, likeness);
            }
        }

        if (Agreeing.Count < LeastAgreement * labels.Count)
            (Agreeing, pictures) = (labels, []);
    }

    /// <summary>The labels that no other digit's picture contradicts.</summary>
    public List<DigitLabel> Agreeing { get; }

    /// <summary>Each digit's picture; none where the font turned out to be another.</summary>
    public IEnumerable<(int Digit, float[] Picture)> Pictures =>
        pictures.Select((picture, digit) => (digit, picture)).Where(pair => pair.picture is not null)
            .Select(pair => (pair.digit, pair.picture!));

    private List<DigitLabel> Agree(StripStore strips, int[] places, List<DigitLabel> labels, float[]?[] digits, out float likeness)
    {
        var patch = new float[to.PatchSize];
        var agreeing = new List<DigitLabel>();
        likeness = 0;
        foreach (var label in labels)
        {
            DigitPatch.Extract(to, strips[label.Frame], places[label.Cell], patch);
            var scores = digits.Select(digit => digit is null ? float.NegativeInfinity : DigitPatch.Dot(patch, digit)).ToArray();
            var best = Array.IndexOf(scores, scores.Max());
            likeness += scores[best];
            if (scores[best] - scores[label.Digit] < ClearlyBetter)
                agreeing.Add(label);
        }

        return agreeing;
    }

    // Both pictures begin a pixel left of the digit's cell and two above its ink; (dx, dy) is how far off the other text's places are.
    private float[]? Rescale(float[]? picture, float dx, float dy)
    {
        if (picture is null)
            return null;

        var scaled = new float[to.PatchSize];
        var ratio = (float)from.Text.FontSize / to.FontSize;
        for (var y = 0; y < to.PatchHeight; y++)
        {
            for (var x = 0; x < to.PatchWidth; x++)
                scaled[(y * to.PatchWidth) + x] = Sample(picture, 1 + ((x - 1) * ratio) + dx, 2 + ((y - 2) * ratio) + dy);
        }

        DigitPatch.Normalize(scaled);
        return scaled;
    }

    private float Sample(float[] picture, float x, float y)
    {
        var (width, height) = (from.Text.PatchWidth, from.Text.PatchHeight);
        x = Math.Clamp(x, 0, width - 1.001f);
        y = Math.Clamp(y, 0, height - 1.001f);
        var (left, top) = ((int)x, (int)y);
        var (right, below) = (x - left, y - top);
        var upper = float.Lerp(picture[(top * width) + left], picture[(top * width) + left + 1], right);
        var lower = float.Lerp(picture[((top + 1) * width) + left], picture[((top + 1) * width) + left + 1], right);
        return float.Lerp(upper, lower, below);
    }
}
