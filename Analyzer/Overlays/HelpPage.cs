using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>One key's line on the help page.</summary>
/// <param name="Group">What it is there for: the heading it stands under.</param>
/// <param name="Keys">As printed on the keyboard.</param>
/// <param name="Description">What it does.</param>
/// <param name="Now">How that stands now; empty where it does not stand.</param>
/// <param name="Range">Range and default; empty where there are none.</param>
internal sealed record HelpLine(string Group, string Keys, string Description, string Now, string Range);

/// <summary>All keys in groups over the dimmed picture, each with its value now. On screen only.</summary>
/// <param name="scale">The picture's scale.</param>
/// <param name="fonts">The picture's letters.</param>
internal sealed class HelpPage(Scale scale, Fonts fonts)
{
    private const double Dimmed = 0.1;
    private const double TopMargin = 12;
    private const double GroupGap = 0.5;
    private const double KeysAt = 28;
    private const double DescriptionAt = 104;
    private const double NowAt = 392;
    private const double RangeAt = 484;
    private const double End = 634;

    private readonly TextRenderer heading = fonts.Normal(Theme.ActionOrange);
    private readonly TextRenderer keys = fonts.Small(Colour.White);
    private readonly TextRenderer description = fonts.Small(new Colour(214, 219, 226));
    private readonly TextRenderer now = fonts.Small(Theme.SpeedGreen);
    private readonly TextRenderer range = fonts.Small(Theme.Name);

    /// <summary>Draws it over the whole picture.</summary>
    public void Draw(Canvas canvas, IReadOnlyList<HelpLine> lines)
    {
        canvas.Dim(new Rect(0, 0, canvas.Width, canvas.Height), Dimmed);
        var groups = lines.GroupBy(line => line.Group).ToList();
        var left = (canvas.Width - scale.Pixels(Scale.BaseWidth)) / 2.0;
        var rowHeight = (canvas.Height - (2 * TopMargin * scale.Factor)) / (lines.Count + ((1 + GroupGap) * groups.Count));
        var baseline = (TopMargin * scale.Factor) - (GroupGap * rowHeight);
        foreach (var group in groups)
        {
            baseline += (1 + GroupGap) * rowHeight;
            heading.Draw(canvas, group.Key, left + scale.Pixels(KeysAt), baseline);
            foreach (var line in group)
            {
                baseline += rowHeight;
                Cell(canvas, keys, line.Keys, left, KeysAt, DescriptionAt, baseline);
                Cell(canvas, description, line.Description, left, DescriptionAt, NowAt, baseline);
                Cell(canvas, now, line.Now, left, NowAt, RangeAt, baseline);
                Cell(canvas, range, line.Range, left, RangeAt, End, baseline);
            }
        }
    }

    private void Cell(Canvas canvas, TextRenderer text, string words, double left, double from, double to, double baseline) =>
        text.DrawFitted(canvas, words, left + scale.Pixels(from), baseline, scale.Pixels(to - from - 6));
}
