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

    // In heights of a capital letter, so that a small picture, whose letters are large in it, has room for the same words.
    private const double DescriptionAt = 10;
    private const double NowAt = 58;
    private const double RangeAt = 69;
    private const double End = 86;
    private const double Gap = 1;

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
        var unit = Math.Min(keys.CapHeight, canvas.Width / End);
        var left = (canvas.Width - (End * unit)) / 2;
        var rowHeight = (canvas.Height - (2 * TopMargin * scale.Factor)) / (lines.Count + ((1 + GroupGap) * groups.Count));
        var baseline = (TopMargin * scale.Factor) - (GroupGap * rowHeight);
        foreach (var group in groups)
        {
            baseline += (1 + GroupGap) * rowHeight;
            heading.Draw(canvas, group.Key, left, baseline);
            foreach (var line in group)
            {
                baseline += rowHeight;
                foreach (var (text, words, from, to) in Cells(line))
                    text.DrawFitted(canvas, words, left + (from * unit), baseline, (to - from - Gap) * unit);
            }
        }
    }

    private (TextRenderer Text, string Words, double From, double To)[] Cells(HelpLine line) =>
    [
        (keys, line.Keys, 0, DescriptionAt),
        (description, line.Description, DescriptionAt, NowAt),
        (now, line.Now, NowAt, RangeAt),
        (range, line.Range, RangeAt, End),
    ];
}
