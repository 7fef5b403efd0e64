using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>The fonts of one picture: text in three sizes, prepared once for its scale; none gets too small to be read.</summary>
/// <param name="scale">The picture's scale.</param>
internal sealed class Fonts(Scale scale)
{
    private readonly Dictionary<(double, Colour), TextRenderer> made = [];

    /// <summary>What demands to be seen.</summary>
    public TextRenderer Large(Colour colour) => Of(9, 8, colour);

    /// <summary>Notes on the picture.</summary>
    public TextRenderer Normal(Colour colour) => Of(7.4, 6.4, colour);

    /// <summary>Plots' numbers, and the panel's text.</summary>
    public TextRenderer Small(Colour colour) => Of(5.8, 5.3, colour);

    private TextRenderer Of(double basePixels, double least, Colour colour)
    {
        var capHeight = Math.Max(basePixels * scale.Factor, least);
        if (!made.TryGetValue((capHeight, colour), out var text)) made[(capHeight, colour)] = text = new TextRenderer(capHeight, colour);
        return text;
    }
}
