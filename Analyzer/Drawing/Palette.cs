namespace Analyzer.Drawing;

/// <summary>
/// A colour-blind-safe palette for up to eight curves on a dark background: Okabe and Ito's, "Color Universal Design" (2008), with
/// white for their black and the blue made lighter.
/// </summary>
internal static class Palette
{
    private static readonly Colour[] Curves =
    [
        new(230, 159, 0), new(86, 180, 233), new(0, 190, 140), new(240, 228, 66), new(90, 130, 255), new(225, 110, 30),
        new(214, 131, 177), new(235, 235, 235),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Curves.Length;

    /// <summary>The colour of a curve.</summary>
    /// <param name="place">From 0, below <see cref="Count"/>.</param>
    public static Colour Curve(int place) => Curves[place];
}
