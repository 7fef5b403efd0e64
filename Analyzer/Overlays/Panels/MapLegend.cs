using Analyzer.Drawing;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The line under the track map: the scale of its speeds, and the marks that this run has.</summary>
internal sealed class MapLegend
{
    private const double MarkRadius = 2.6;
    private const double MinBar = 12;
    private const double MaxBar = 36;

    private readonly TextRenderer label;
    private readonly Scale scale;
    private readonly Rect area;
    private readonly ValueRange range;
    private readonly Sprite bar;
    private readonly int gap;
    private readonly (string Name, Sprite Sign)[] marks;

    /// <summary>Prepares it.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="colours">The colours of its speeds.</param>
    /// <param name="area">Where it is drawn.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    public MapLegend(SimTrace trace, SpeedColours colours, Rect area, Scale scale, Fonts fonts)
    {
        (this.area, this.scale, range) = (area, scale, colours.Range);
        label = fonts.Small(Theme.Name);
        var size = (2 * scale.Pixels(MarkRadius + 1)) + 1;
        marks =
        [
            .. Enumerable.Range(0, trace.Rows.Length).Select(row => MishapMarks.At(trace, row)).OfType<Mishap>().Distinct().Order()
                .Select(mark =>
                    (MishapMarks.Name(mark), Shapes.Draw(size, size, (canvas, factor) => MishapMarks.Draw(
                        canvas, mark, new Point(canvas.Width / 2, canvas.Height / 2), (int)(MarkRadius * scale.Factor * factor), 1)))),
        ];

        gap = scale.Pixels(4);
        var numbers = label.Width($"{range.Low:0.0}") + label.Width($"{range.High:0.0} m/s");
        var taken = numbers + marks.Sum(mark => WidthOf(mark) + gap) + (2 * gap);
        bar = Shapes.Draw(Math.Clamp(area.Width - (int)taken, scale.Pixels(MinBar), scale.Pixels(MaxBar)), scale.Pixels(
            5), (canvas, _) =>
        {
            var (width, height) = (canvas.Width, canvas.Height);
            for (var x = 0; x < width; x++) Cv2.Line(canvas, x, 0, x, height, colours.At(x / (width - 1.0)).ToBgra());
        });
    }

    /// <summary>Draws it.</summary>
    public void Draw(Canvas canvas)
    {
        var baseline = area.Top + ((area.Height + label.CapHeight) / 2);
        var middle = area.Top + (area.Height / 2);
        var x = Draw(canvas, $"{range.Low:0.0}", area.Left, baseline) + gap;
        bar.Draw(canvas, (int)x, middle - (bar.Height / 2));
        Draw(canvas, $"{range.High:0.0} m/s", x + bar.Width + gap, baseline);
        var right = (double)area.Right;
        for (var i = marks.Length - 1; i >= 0; i--)
        {
            var (name, sign) = marks[i];
            label.DrawRight(canvas, name, right, baseline);
            right -= WidthOf(marks[i]);
            sign.Draw(canvas, (int)right, middle - (sign.Height / 2));
            right -= gap;
        }
    }

    private double Draw(Canvas canvas, NoteText text, double x, double baseline)
    {
        label.Draw(canvas, text, x, baseline);
        return x + label.Width(text);
    }

    private double WidthOf((string Name, Sprite Sign) mark) => label.Width(mark.Name) + mark.Sign.Width + scale.Pixels(1.5);
}
