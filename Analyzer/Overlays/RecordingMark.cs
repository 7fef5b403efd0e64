using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>Says that a recording runs; its dots move with the frames. On screen only.</summary>
public sealed class RecordingMark(Scale scale, Fonts fonts) : IOverlay
{
    private const int FramesPerDot = 4;
    private const string Text = "Recording...";

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var left = canvas.Width - scale.Pixels(12) - fonts.Recording.Width(Text);
        var shown = Text.Length - 3 + (moment.Frame / FramesPerDot % 4);
        fonts.Recording.Draw(canvas, Text.AsSpan(0, shown), left, scale.Pixels(12) + fonts.Recording.CapHeight);
    }
}
