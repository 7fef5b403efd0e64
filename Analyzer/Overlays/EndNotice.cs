using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>The notice at the end of the run: which keys play it again and quit. On screen only.</summary>
internal sealed class EndNotice(Scale scale, Fonts fonts) : IOverlay
{
    private const string Text = "End of the run: Home plays it again, Q quits";

    private readonly TextRenderer text = fonts.Large(Colour.White);
    private readonly Sprite background = Card.Rounded(
        new Size((int)fonts.Large(Colour.White).Width(Text) + scale.Pixels(36), scale.Pixels(36)), scale, new Colour(14, 17, 21), 0.8);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var middle = new Point(canvas.Width / 2, (int)(canvas.Height * 0.52));
        background.Draw(canvas, middle.X - (background.Width / 2), middle.Y - (background.Height / 2));
        text.DrawCentred(canvas, Text, middle.X, middle.Y + (text.CapHeight / 2));
    }
}
