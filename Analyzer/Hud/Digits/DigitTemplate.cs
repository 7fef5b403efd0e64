using System.Numerics.Tensors;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>
/// The template of a white letter with a dark shadow at its four diagonal neighbours, for a weighted correlation on any background. Only
/// the pixels that letter and shadow cover count, by how much of the background they hide: grass, a line or the sky beneath say nothing of
/// the letter.
/// </summary>
internal sealed class DigitTemplate
{
    private const float White = 255;

    // Between the plate's brightness and bright grass.
    private const float MediumBackground = 90;

    // A stroke's core, the deepest shadow where no ink touches it, and the background that is seen as it is.
    private const float Core = 0.6f;
    private const float NoInk = 0.1f;
    private const float Deep = 0.8f;
    private const float Free = 0.9f;

    private readonly float[] ink;
    private readonly float[] visible;
    private readonly float[] weights;
    private readonly float[] stroke;
    private readonly float[] shadow;
    private readonly float[] background;
    private readonly float weightSum;

    // The deviations of ink and of visible background from their weighted means, weighted, and how they vary together.
    private readonly float[] inkPattern;
    private readonly float[] backgroundPattern;
    private readonly float inkVariance;
    private readonly float backgroundVariance;
    private readonly float covariance;

    /// <summary>The template of a letter.</summary>
    /// <param name="ink">How much of each pixel the letter covers, 0 to 1, row by row.</param>
    /// <param name="width">The picture's width.</param>
    public DigitTemplate(float[] ink, int width)
        : this(ink, [.. ink.Select((_, i) => Visible(ink, width, i % width, i / width))])
    {
    }

    private DigitTemplate(float[] ink, float[] visible)
    {
        (this.ink, this.visible) = (ink, visible);
        weights = [.. visible.Select(share => Math.Clamp(1 - share, 0, 1))];
        stroke = Normalized(ink.Select(covered => covered >= Core ? covered : 0));
        var darkest = ink.Zip(weights, (covered, weight) => covered <= NoInk ? weight : 0).Max();
        shadow = Normalized(
            ink.Zip(weights, (covered, weight) => covered <= NoInk && weight >= Deep * darkest ? weight : 0));
        background = Normalized(visible.Select(share => share >= Free ? 1f : 0));
        (weightSum, inkPattern, backgroundPattern, inkVariance, backgroundVariance, covariance) = Patterns();
    }

    private DigitTemplate(DigitTemplate letter, float[] picture)
    {
        (ink, visible) = (picture, new float[picture.Length]);
        (weights, stroke, shadow, background) = (letter.weights, letter.stroke, letter.shadow, letter.background);
        (weightSum, inkPattern, backgroundPattern, inkVariance, backgroundVariance, covariance) = Patterns();
    }

    /// <summary>The letter on a medium background, brightness 0 to 255.</summary>
    public float[] Picture => [.. ink.Zip(visible, (covered, share) => (White * covered) + (MediumBackground * share))];

    /// <summary>The template as a coarser video shows it.</summary>
    public DigitTemplate On(CoarseGrid grid) => new(grid.Show(ink, 0), grid.Show(visible, 1));

    /// <summary>
    /// The template with the picture of it that a video shows, in any measure of brightness, on the background that it shows.
    /// </summary>
    public DigitTemplate Like(float[] picture) => new(this, picture);

    /// <summary>
    /// The weighted correlation of a picture with the letter on a background of the picture's own brightness, -1 to 1; 0 for a flat one.
    /// </summary>
    /// <param name="picture">Brightnesses.</param>
    /// <param name="squares">Their squares.</param>
    public float Correlation(ReadOnlySpan<float> picture, ReadOnlySpan<float> squares)
    {
        var sum = TensorPrimitives.Dot(weights, picture);
        var variance = TensorPrimitives.Dot(weights, squares) - (sum * sum / weightSum);
        if (variance <= weightSum)
            return 0;

        var beneath = TensorPrimitives.Dot(background, picture);
        var likeness = (White * TensorPrimitives.Dot(inkPattern, picture)) + (beneath * TensorPrimitives.Dot(backgroundPattern, picture));
        var expected = (White * White * inkVariance) + (2 * White * beneath * covariance) + (beneath * beneath * backgroundVariance);
        return likeness / MathF.Sqrt(variance * expected);
    }

    /// <summary>How much brighter a picture is on the letter's strokes than in its shadow, 0 to 255.</summary>
    public float Contrast(ReadOnlySpan<float> picture) =>
        TensorPrimitives.Dot(stroke, picture) - TensorPrimitives.Dot(shadow, picture);

    private (float WeightSum, float[] Ink, float[] Background, float InkVariance, float BackgroundVariance, float Covariance) Patterns()
    {
        var sum = Math.Max(1, TensorPrimitives.Sum(weights));
        var (ofInk, ofBackground) = (Pattern(ink), Pattern(visible));
        return (
            sum, ofInk, ofBackground,
            TensorPrimitives.Dot(ofInk, ink), TensorPrimitives.Dot(ofBackground, visible), TensorPrimitives.Dot(ofInk, visible));

        float[] Pattern(float[] shares)
        {
            var mean = TensorPrimitives.Dot(weights, shares) / sum;
            return [.. shares.Zip(weights, (share, weight) => weight * (share - mean))];
        }
    }

    private static float[] Normalized(IEnumerable<float> weights)
    {
        float[] all = [.. weights];
        TensorPrimitives.Divide(all, Math.Max(1e-6f, TensorPrimitives.Sum(all)), all);
        return all;
    }

    // The share of the background that is seen past the ink and past the shadow, which is the ink four times, a pixel off.
    private static float Visible(float[] ink, int width, int x, int y)
    {
        return (1 - At(x, y)) * (1 - At(x - 1, y - 1)) * (1 - At(x + 1, y - 1)) * (1 - At(x - 1, y + 1)) * (1 - At(x + 1, y + 1));

        float At(int column, int row) =>
            column >= 0 && column < width && row >= 0 && row < ink.Length / width ? ink[(row * width) + column] : 0;
    }
}
