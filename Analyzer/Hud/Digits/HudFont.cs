using System.Collections.Immutable;
using OpenCvSharp;

namespace Analyzer.Hud.Digits;

/// <summary>
/// The HUD's font, the same to the pixel in the simulators from 2020 to 2023: ten digits and a word for each field, kept as
/// <c>HudFont.png</c> - how much of each pixel the letter covers, 0 to 255, the speed's in the first line and the clock's in the second.
/// </summary>
internal sealed class HudFont
{
    /// <summary>The resource that the letters are kept in.</summary>
    public const string Resource = "Analyzer.Hud.Digits.HudFont.png";

    private static readonly Lazy<HudFont> Kept = new(Load);

    private readonly Dictionary<HudField, FieldLetters> letters = [];

    private HudFont(Mat picture)
    {
        var top = 0;
        foreach (var field in HudField.All)
        {
            var line = top;
            var digits = Enumerable.Range(0, 10).Select(digit => Template(DigitPart(field, digit))).ToImmutableArray();
            letters[field] = new FieldLetters(digits, Template(WordPart(field)));
            top += field.DigitSize.Height;

            DigitTemplate Template(Rect part) => new(InkOf(picture, part + new Point(0, line)), part.Width);
        }
    }

    /// <summary>The font, read once.</summary>
    public static HudFont Simulator => Kept.Value;

    /// <summary>A field's letters.</summary>
    public FieldLetters this[HudField field] => letters[field];

    /// <summary>Where a digit stands in its field's line.</summary>
    public static Rect DigitPart(HudField field, int digit) =>
        new(digit * field.DigitSize.Width, 0, field.DigitSize.Width, field.DigitSize.Height);

    /// <summary>Where the word stands in its field's line.</summary>
    public static Rect WordPart(HudField field) => new(10 * field.DigitSize.Width, 0, field.WordPlace.Width, field.WordPlace.Height);

    private static float[] InkOf(Mat picture, Rect part)
    {
        using var letter = new Mat(picture, part).Clone();
        return [.. letter.AsSpan<byte>().ToArray().Select(value => value / 255f)];
    }

    private static HudFont Load()
    {
        using var stream = typeof(HudFont).Assembly.GetManifestResourceStream(Resource)!;
        using var picture = Mat.FromStream(stream, ImreadModes.Grayscale);
        return new HudFont(picture);
    }
}

/// <summary>One field's letters.</summary>
/// <param name="Digits">0 to 9.</param>
/// <param name="Word">The word beside them.</param>
internal sealed record FieldLetters(ImmutableArray<DigitTemplate> Digits, DigitTemplate Word);
