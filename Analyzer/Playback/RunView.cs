using Analyzer.Laps;
using Analyzer.Overlays.Composition;

namespace Analyzer.Playback;

/// <summary>What the player draws a run with, and where its keys may go, as far as the run is known.</summary>
/// <param name="Composer">Draws what a recording has, too.</param>
/// <param name="Screen">Draws what only the screen shows.</param>
/// <param name="Landmarks">Where keys may go.</param>
internal sealed record RunView(FrameComposer Composer, ScreenComposer Screen, Landmarks Landmarks)
{
    /// <summary>What the mouse does.</summary>
    public MouseMap Mouse { get; } = new(Composer.Layout, Composer.Scale, Landmarks);
}
