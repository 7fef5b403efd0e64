using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>A toast: a notice for the user that goes away by itself, between the HUD's speed and its small map. On screen only.</summary>
/// <param name="scale">The picture's scale.</param>
/// <param name="fonts">The picture's letters.</param>
internal sealed class Toast(Scale scale, Fonts fonts)
{
    private const double Middle = 294;
    private const double Bottom = 438;
    private const double MaxWidth = 284;
    private const double Padding = 8;
    private const int MaxLines = 4;

    private readonly TextRenderer text = fonts.Small(Colour.White);

    /// <summary>Draws it, in as many lines as it needs.</summary>
    public void Draw(Canvas canvas, string words)
    {
        var room = scale.Pixels(MaxWidth - (2 * Padding));
        var lines = Math.Min(MaxLines, text.LinesNeeded(words, room));
        var width = (int)Math.Min(room, text.Width(words)) + (2 * scale.Pixels(Padding));
        var height = (lines * text.LineHeight) + scale.Pixels(Padding);
        var area = new Rect(scale.Pixels(Middle) - (width / 2), scale.Pixels(Bottom) - height, width, height);
        canvas.Dim(area, 0.2);
        var baseline = area.Top + ((scale.Pixels(Padding) + text.LineHeight + text.CapHeight) / 2);
        text.DrawWrapped(canvas, words, area.Left + scale.Pixels(Padding), baseline, room, MaxLines);
    }
}
