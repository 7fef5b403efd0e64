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

    // In heights of a capital letter, as all that is across: a small picture, whose letters are large in it, has room for the same words.
    private const double Gap = 1;
    private const double MinRowHeight = 1.6;
    private const double NarrowMargin = 0.75;
    private const double ShareOfFirst = 0.52;

    private static readonly Columns Wide = new(DescriptionAt: 10, NowAt: 58, RangeAt: 69, End: 86);

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
        if (RowHeight(canvas, groups) >= MinRowHeight * keys.CapHeight)
        {
            Draw(canvas, groups, Wide);
            return;
        }

        var margin = (int)(NarrowMargin * keys.CapHeight);
        var middle = (int)(ShareOfFirst * canvas.Width);
        DrawNarrow(canvas.Area(new Rect(margin, 0, middle - margin, canvas.Height)), groups[..1]);
        DrawNarrow(canvas.Area(new Rect(middle, 0, canvas.Width - margin - middle, canvas.Height)), groups[1..]);
    }

    // A low picture takes two columns side by side, each as its words need it, the keys first, without the ranges.
    private void DrawNarrow(Canvas canvas, List<IGrouping<string, HelpLine>> groups)
    {
        var lines = groups.SelectMany(group => group).ToList();
        var descriptionAt = (lines.Max(line => keys.Width(line.Keys)) / keys.CapHeight) + (2 * Gap);
        var end = canvas.Width / keys.CapHeight;
        var words = lines.Max(line => description.Width(line.Description)) / keys.CapHeight;
        var nowAt = Math.Min(end, descriptionAt + words + (2 * Gap));
        Draw(canvas, groups, new Columns(descriptionAt, nowAt, end + Gap, end));
    }

    private void Draw(Canvas canvas, List<IGrouping<string, HelpLine>> groups, Columns columns)
    {
        var unit = Math.Min(keys.CapHeight, canvas.Width / columns.End);
        var left = (canvas.Width - (columns.End * unit)) / 2;
        var rowHeight = RowHeight(canvas, groups);
        var baseline = (TopMargin * scale.Factor) - (GroupGap * rowHeight);
        foreach (var group in groups)
        {
            baseline += (1 + GroupGap) * rowHeight;
            heading.Draw(canvas, group.Key, left, baseline);
            foreach (var line in group)
            {
                baseline += rowHeight;
                foreach (var (text, words, from, to) in Cells(line, columns))
                    text.DrawFitted(canvas, words, left + (from * unit), baseline, (to - from - Gap) * unit);
            }
        }
    }

    private double RowHeight(Canvas canvas, List<IGrouping<string, HelpLine>> groups) =>
        (canvas.Height - (2 * TopMargin * scale.Factor)) / (groups.Sum(group => group.Count()) + ((1 + GroupGap) * groups.Count));

    private (TextRenderer Text, string Words, double From, double To)[] Cells(HelpLine line, Columns columns) =>
    [
        (keys, line.Keys, 0, columns.DescriptionAt),
        (description, line.Description, columns.DescriptionAt, columns.NowAt),
        (now, line.Now, columns.NowAt, columns.RangeAt),
        (range, line.Range, columns.RangeAt, columns.End),
    ];

    private readonly record struct Columns(double DescriptionAt, double NowAt, double RangeAt, double End);
}
