using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>The letterings of one picture, made once for its scale.</summary>
/// <param name="scale">The picture's scale.</param>
public sealed class Fonts(Scale scale)
{
    private const double CapHeight = 9.5;

    /// <summary>Notes on the picture.</summary>
    public TextRenderer Notes { get; } = new(CapHeight * scale.Factor, Colour.White, Colour.Black);

    /// <summary>A heading above notes.</summary>
    public TextRenderer Heading { get; } = new(CapHeight * 1.1 * scale.Factor, Colour.White, Colour.Black);

    /// <summary>The real speed.</summary>
    public TextRenderer Speed { get; } = new(CapHeight * scale.Factor, Colour.SpeedGreen, Colour.Black);

    /// <summary>The action chosen now.</summary>
    public TextRenderer Action { get; } = new(CapHeight * 1.1 * scale.Factor, Colour.ActionOrange, Colour.Black);

    /// <summary>The foot line.</summary>
    public TextRenderer Foot { get; } = new(CapHeight * 0.8 * scale.Factor, Colour.White, Colour.Black);

    /// <summary>The recording mark.</summary>
    public TextRenderer Recording { get; } = new(CapHeight * scale.Factor, Colour.RecordingRed, Colour.Black);
}
