using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>
/// Where a video shows its HUD's speed and clock: the top-left of the first digit's ink, in the simulator's 640x480 pixels.
/// </summary>
/// <param name="Scale">The video's pixels per pixel of the simulator's picture.</param>
/// <param name="Speed">The place of the speed; null where the video shows none.</param>
/// <param name="Clock">The place of the race clock; null where the video shows none.</param>
public sealed record HudLayout(double Scale, Point? Speed, Point? Clock)
{
    /// <summary>The width of the simulator's picture, in whose pixels all places are given.</summary>
    public const int SimulatorWidth = 640;

    /// <summary>Whether neither text was found.</summary>
    public bool IsEmpty => Speed is null && Clock is null;

    internal Point? this[HudField text] => text == HudField.Speed ? Speed : Clock;
}
