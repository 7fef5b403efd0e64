using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Notes;

/// <summary>
/// A card with a title and lines under it: names in grey on the left, values ending at the right. Nothing in it ever moves.
/// </summary>
internal sealed class NoteCard
{
    /// <summary>A card's width at the base scale, pixels.</summary>
    public const double Width = 152;

    private const double LineHeight = 14.5;
    private const double Padding = 8;
    private const double TitleHeight = 14;

    private readonly Card card;
    private readonly Scale scale;
    private readonly string[] names;
    private readonly TextRenderer title;
    private readonly TextRenderer name;
    private readonly TextRenderer value;

    /// <summary>Prepares a card.</summary>
    /// <param name="topLeft">Its corner at the base scale.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    /// <param name="names">The lines' names.</param>
    public NoteCard(Point2d topLeft, Scale scale, Fonts fonts, params string[] names)
    {
        (this.scale, this.names) = (scale, names);
        card = Card.Of(
            new Rect(
                scale.Pixels(topLeft.X), scale.Pixels(topLeft.Y), scale.Pixels(Width), scale.Pixels(HeightOf(names.Length))), scale);
        (title, name, value) = (fonts.Small(Theme.Name), fonts.Normal(Theme.Name), fonts.Normal(Colour.White));
    }

    /// <summary>A card's height at the base scale, pixels.</summary>
    public static double HeightOf(int lines) => TitleHeight + (lines * LineHeight) + 4;

    /// <summary>Draws the card without its values.</summary>
    public void Draw(Canvas canvas, ReadOnlySpan<char> heading)
    {
        card.Draw(canvas);
        var left = card.Area.Left + scale.Pixels(Padding);
        title.Draw(canvas, heading, left, card.Area.Top + (TitleHeight * 0.78 * scale.Factor));
        for (var line = 0; line < names.Length; line++) name.Draw(canvas, names[line], left, Baseline(line));
    }

    /// <summary>Draws a line's value.</summary>
    public void Value(Canvas canvas, int line, NoteText text, TextRenderer? other = null) => Value(canvas, line, text.Text, other);

    /// <summary>Draws a line's value.</summary>
    public void Value(Canvas canvas, int line, ReadOnlySpan<char> text, TextRenderer? other = null) =>
        (other ?? value).DrawRight(canvas, text, card.Area.Right - scale.Pixels(Padding), Baseline(line));

    private double Baseline(int line) => card.Area.Top + ((TitleHeight + ((line + 0.72) * LineHeight)) * scale.Factor);
}
