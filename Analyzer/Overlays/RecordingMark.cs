using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>Says that a recording runs; its dots move with the frames. On screen only.</summary>
internal sealed class RecordingMark(Scale scale, Fonts fonts) : IOverlay
{
    private const int FramesPerDot = 4;
    private const double Top = 6;
    private const double Margin = 6;

    private readonly TextRenderer text = fonts.Normal(Theme.AlertRed);
    private readonly Badge background = new(new Colour(14, 17, 21), scale, fonts);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        const string whole = "Recording...";
        var (right, top) = (canvas.Width - scale.Pixels(Margin), scale.Pixels(Top));
        background.DrawRight(canvas, whole, right, top);
        var shown = whole.Length - 3 + (moment.Frame / FramesPerDot % 4);
        text.Draw(
            canvas, whole.AsSpan(0, shown), right - scale.Pixels(7) - text.Width(whole),
            top + ((scale.Pixels(Badge.Height) + text.CapHeight) / 2));
    }
}
