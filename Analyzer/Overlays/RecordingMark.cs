using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>Says that a recording runs; its dots move with the frames. On screen only.</summary>
internal sealed class RecordingMark(Scale scale, Fonts fonts)
{
    private const string Whole = "Recording...";
    private const int FramesPerDot = 4;

    private readonly TextRenderer text = fonts.Normal(Theme.AlertRed);
    private readonly Badge background = new(new Colour(14, 17, 21), scale, fonts);

    /// <summary>Its width, pixels.</summary>
    public int Width => background.WidthOf(Whole);

    /// <summary>Draws it so that it ends at a column.</summary>
    /// <param name="canvas">The video.</param>
    /// <param name="frame">The frame shown.</param>
    /// <param name="right">The column.</param>
    /// <param name="top">Its first line.</param>
    public void DrawRight(Canvas canvas, int frame, int right, int top)
    {
        background.DrawRight(canvas, Whole, right, top);
        var shown = Whole.Length - 3 + (frame / FramesPerDot % 4);
        text.Draw(
            canvas, Whole.AsSpan(0, shown), right - scale.Pixels(7) - text.Width(Whole),
            top + ((scale.Pixels(Badge.Height) + text.CapHeight) / 2));
    }
}
