using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>One key's line on the help page.</summary>
/// <param name="Keys">As printed on the keyboard.</param>
/// <param name="Description">What it does.</param>
/// <param name="Range">Range and default; empty where there are none.</param>
public sealed record HelpLine(string Keys, string Description, string Range);

/// <summary>All keys on a white page over the frame. On screen only.</summary>
public sealed class HelpPage : IOverlay
{
    private const double Margin = 0.035;
    private const double Whiteness = 0.97;
    private const string Title = "Keys";

    private readonly IReadOnlyList<HelpLine> lines;
    private readonly double lineHeight;
    private readonly TextRenderer title;
    private readonly TextRenderer keys;
    private readonly TextRenderer label;
    private readonly TextRenderer caption;

    /// <summary>Prepares the page.</summary>
    public HelpPage(IReadOnlyList<HelpLine> lines, Scale scale)
    {
        this.lines = lines;
        lineHeight = Scale.BaseHeight * (1 - (2 * Margin)) / (lines.Count + 3.5) * scale.Factor;
        var capHeight = Math.Min(lineHeight * 0.5, 7.8 * scale.Factor);
        title = new TextRenderer(capHeight * 1.35, Colour.Black, outline: null);
        keys = new TextRenderer(capHeight, new Colour(20, 90, 170), outline: null);
        label = new TextRenderer(capHeight, new Colour(30, 30, 30), outline: null);
        caption = new TextRenderer(capHeight, Colour.Grey, outline: null);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var page = new Rect(
            (int)(canvas.Width * Margin), (int)(canvas.Height * Margin),
            (int)(canvas.Width * (1 - (2 * Margin))), (int)(canvas.Height * (1 - (2 * Margin))));
        canvas.Lighten(page, Whiteness);
        var baseline = page.Top + (lineHeight * 1.7);
        title.Draw(canvas, Title, page.Left + (page.Width * 0.04), baseline);
        baseline += lineHeight * 0.4;
        foreach (var line in lines)
        {
            baseline += lineHeight;
            keys.Draw(canvas, line.Keys, page.Left + (page.Width * 0.04), baseline);
            var does = page.Left + (page.Width * 0.19);
            label.Draw(canvas, line.Description, does, baseline);
            caption.Draw(
                canvas,
                line.Range,
                Math.Max(page.Left + (page.Width * 0.67), does + label.Width(line.Description) + label.CapHeight),
                baseline);
        }
    }
}
