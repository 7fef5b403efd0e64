using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>A badge: a state that holds now, in capitals on a coloured plate.</summary>
/// <param name="background">The plate's colour.</param>
/// <param name="scale">The picture's scale.</param>
/// <param name="fonts">The picture's letters.</param>
internal sealed class Badge(Colour background, Scale scale, Fonts fonts)
{
    /// <summary>Height at the base scale, pixels.</summary>
    public const double Height = 19;

    private const double Padding = 7;

    private readonly TextRenderer text = fonts.Normal(new Colour(16, 18, 22));
    private readonly Dictionary<int, Sprite> plates = [];

    /// <summary>Draws it with its top left corner at a point.</summary>
    /// <returns>Its width, pixels.</returns>
    public int Draw(Canvas canvas, ReadOnlySpan<char> words, int left, int top)
    {
        var width = WidthOf(words);
        if (!plates.TryGetValue(width, out var plate))
            plates[width] = plate = Card.Rounded(new Size(width, scale.Pixels(Height)), scale, background, 0.94);
        plate.Draw(canvas, left, top);
        text.Draw(canvas, words, left + scale.Pixels(Padding), top + ((plate.Height + text.CapHeight) / 2.0));
        return width;
    }

    /// <summary>Draws it with its top left corner at a point.</summary>
    /// <returns>Its width, pixels.</returns>
    public int Draw(Canvas canvas, NoteText words, int left, int top) => Draw(canvas, words.Text, left, top);

    /// <summary>Draws it so that it ends at a column.</summary>
    public void DrawRight(Canvas canvas, ReadOnlySpan<char> words, int right, int top) => Draw(canvas, words, right - WidthOf(words), top);

    /// <summary>The width of some words' badge, pixels.</summary>
    public int WidthOf(ReadOnlySpan<char> words) => (int)Math.Ceiling(text.Width(words)) + (2 * scale.Pixels(Padding));
}
