using System.Collections.Immutable;

namespace Analyzer.Hud.Layout;

/// <summary>
/// One of the two texts that are read, as the simulator draws it: digits of one width, with narrower punctuation between them.
/// All lengths are in pixels of the simulator's own 640x480 picture, from the top-left of the first digit's ink.
/// </summary>
/// <param name="Name">What the text says, for messages.</param>
/// <param name="FontSize">The font's size.</param>
/// <param name="Groups">How many digits stand between two punctuation marks, in order.</param>
/// <param name="TrailingWidth">What follows the digits and is worth keeping for Tesseract (<c>m/s</c>).</param>
internal sealed record HudField(string Name, int FontSize, ImmutableArray<int> Groups, int TrailingWidth)
{
    // Advance widths of the HUD's font: its digits are all of one width, dot and colon of another.
    private const double DigitAdvance = 0.586;
    private const double PunctuationAdvance = 0.25;
    private const double CapHeight = 0.71;

    /// <summary>Free room kept around the text: Tesseract wants some, and the found place may be off by a pixel or two.</summary>
    public const int Margin = 6;

    /// <summary>The speed, <c>NN.NN m/s</c>.</summary>
    public static readonly HudField Speed = new("speed", 20, [2, 2], 43);

    /// <summary>The race clock, <c>mm:ss.mmm</c>.</summary>
    public static readonly HudField Clock = new("race clock", 18, [2, 2, 3], 0);

    /// <summary>The number of digits.</summary>
    public int Digits { get; } = Groups.Sum();

    /// <summary>The height of a digit's ink.</summary>
    public int InkHeight { get; } = (int)Math.Round(CapHeight * FontSize);

    /// <summary>The width of all digits and the punctuation between them.</summary>
    public double InkWidth { get; } = FontSize * ((DigitAdvance * Groups.Sum()) + (PunctuationAdvance * (Groups.Length - 1)));

    /// <summary>Where each digit's cell begins, from the left of the first.</summary>
    public ImmutableArray<double> CellOffsets { get; } = Offsets(FontSize, Groups);

    /// <summary>The width of one digit's picture: its cell and a pixel on either side.</summary>
    public int PatchWidth { get; } = (int)Math.Round(DigitAdvance * FontSize) + 2;

    /// <summary>The height of one digit's picture: its ink and two pixels above and below (the shadow, a place off by one).</summary>
    public int PatchHeight { get; } = (int)Math.Round(CapHeight * FontSize) + 4;

    /// <summary>The number of pixels of one digit's picture.</summary>
    public int PatchSize => PatchWidth * PatchHeight;

    /// <summary>The width of the strip that is kept of every frame.</summary>
    public int StripWidth => (int)Math.Ceiling(InkWidth) + TrailingWidth + (2 * Margin);

    /// <summary>The height of the strip that is kept of every frame.</summary>
    public int StripHeight => InkHeight + (2 * Margin);

    /// <summary>The number of pixels of a strip.</summary>
    public int StripSize => StripWidth * StripHeight;

    /// <summary>The left of a digit's picture within the strip.</summary>
    /// <remarks>A digit's ink begins about a pixel right of its cell, and the picture a pixel left of it.</remarks>
    public int PatchLeft(int cell) => (int)Math.Round(Margin + CellOffsets[cell] - 2);

    /// <summary>The top of the digits' pictures within the strip.</summary>
    public static int PatchTop => Margin - 2;

    /// <summary>The value that the digits say: hundredths of a metre a second, or milliseconds; null for an impossible clock.</summary>
    public int? Value(ReadOnlySpan<int> digits)
    {
        if (this == Speed)
            return (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];

        var minutes = (digits[0] * 10) + digits[1];
        var seconds = (digits[2] * 10) + digits[3];
        var milliseconds = (digits[4] * 100) + (digits[5] * 10) + digits[6];
        return seconds < 60 ? (((minutes * 60) + seconds) * 1000) + milliseconds : null;
    }

    private static ImmutableArray<double> Offsets(int fontSize, ImmutableArray<int> groups)
    {
        var offsets = ImmutableArray.CreateBuilder<double>();
        var x = 0.0;
        foreach (var group in groups)
        {
            for (var i = 0; i < group; i++, x += DigitAdvance * fontSize)
                offsets.Add(x);

            x += PunctuationAdvance * fontSize;
        }

        return offsets.ToImmutable();
    }
}
