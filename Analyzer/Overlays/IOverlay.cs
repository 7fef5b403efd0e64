using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>
/// One thing drawn on a frame: a pure function of the moment and the settings. It may keep prepared sprites, never history.
/// </summary>
internal interface IOverlay
{
    /// <summary>Draws onto the picture of the video.</summary>
    void Draw(Canvas canvas, in Moment moment, OverlaySettings settings);
}
