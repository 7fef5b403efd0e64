using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>The rows that badges stand in at a video's top edge, from 0.</summary>
internal static class BadgeRows
{
    /// <summary>The row of the joined lap's piece: the signs of the screen come before it.</summary>
    public const int OfJoinedLap = 2;

    private const double Top = 6;
    private const double Height = 24;

    /// <summary>A row's first line, pixels.</summary>
    public static int TopOf(int row, Scale scale) => scale.Pixels(Top + (row * Height));
}
