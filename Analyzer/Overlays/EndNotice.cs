using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>The run is over: what to do now. On screen only.</summary>
public sealed class EndNotice(Scale scale, Fonts fonts) : IOverlay
{
    private const string Text = "Press any key to exit";

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var width = (int)fonts.Heading.Width(Text) + scale.Pixels(40);
        var height = scale.Pixels(40);
        var middle = new Point(canvas.Width / 2, (int)(canvas.Height * 0.56));
        canvas.Dim(new Rect(middle.X - (width / 2), middle.Y - (height / 2), width, height), 0.35);
        fonts.Heading.DrawCentred(canvas, Text, middle.X, middle.Y + (fonts.Heading.CapHeight / 2));
    }
}
