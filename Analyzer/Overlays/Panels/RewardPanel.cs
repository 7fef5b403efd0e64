using Analyzer.Drawing;
using Analyzer.Rewards;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The reward components over the last 100 steps of this lap: a curve each on its own scale, all together on a common one, and
/// their sum. Drawn on the panel beside the video.
/// </summary>
public sealed class RewardPanel : IOverlay
{
    private const int Steps = 100;
    private const double Margin = 8;
    private const double MaxCellHeight = 82;
    private const double HeightForTwoLines = 44;
    private const double TogetherShare = 1.5;
    private const int NamesInARow = 4;

    private readonly Scale scale;
    private readonly Rect area;
    private readonly TextRenderer[] titles;
    private readonly TextRenderer finalTitle;
    private readonly TextRenderer caption;
    private readonly TextRenderer message;
    private readonly PlotFrame frame;
    private RewardTable? preparedFor;
    private RewardCurves? prepared;

    /// <summary>Prepares the letterings.</summary>
    /// <param name="area">The panel's part for the rewards, pixels of the panel's canvas.</param>
    /// <param name="scale">The picture's scale.</param>
    public RewardPanel(Rect area, Scale scale)
    {
        (this.area, this.scale) = (area, scale);
        titles = [.. Enumerable.Range(0, Palette.Count)
            .Select(place => new TextRenderer(6.4 * scale.Factor, Palette.Curve(place), outline: null))];
        finalTitle = new TextRenderer(6.4 * scale.Factor, Colour.White, outline: null);
        caption = new TextRenderer(5.3 * scale.Factor, Colour.PanelGrey, outline: null);
        frame = new PlotFrame(caption, scale);
        message = new TextRenderer(5.6 * scale.Factor, Colour.RecordingRed, outline: null);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var curves = CurvesOf(moment, settings.Rewards.Rewards);
        var window = Window.Of(moment);
        var footer = Footer(canvas, settings.Rewards, curves.LeftOut);
        var height = Math.Min(
            scale.Pixels(MaxCellHeight), (int)((area.Height - footer) / (curves.Components.Length + 1 + TogetherShare)));
        var cell = new Rect(area.X + scale.Pixels(Margin), area.Y, area.Width - (2 * scale.Pixels(Margin)), height);
        for (var place = 0; place < curves.Components.Length; place++)
        {
            var curve = curves.Components[place];
            Alone(canvas, cell, curve, titles[place], Palette.Curve(place), window);
            cell.Y += cell.Height;
        }

        cell.Height = (int)(height * TogetherShare);
        Together(canvas, cell, curves, window);
        cell.Y += cell.Height;
        cell.Height = height;
        Alone(canvas, cell, curves.Final, finalTitle, Colour.White, window);
    }

    private RewardCurves CurvesOf(in Moment moment, RewardTable table)
    {
        if (!ReferenceEquals(table, preparedFor) || prepared is null)
            (preparedFor, prepared) = (table, new RewardCurves(moment.Evaluation.Timeline.Trace, table));

        return prepared;
    }

    private void Alone(Canvas canvas, Rect cell, RewardCurve curve, TextRenderer title, Colour colour, Window window)
    {
        var values = window.Of(curve);
        var baseline = cell.Top + title.CapHeight + scale.Pixels(3);
        var right = Value(canvas, title, values.IsEmpty ? double.NaN : values[^1], cell.Right, baseline) - scale.Pixels(6);
        if (cell.Height >= scale.Pixels(HeightForTwoLines))
        {
            title.DrawFitted(canvas, curve.Title, cell.Left, baseline, right - cell.Left);
            baseline += caption.CapHeight + scale.Pixels(4);
            caption.DrawFitted(canvas, curve.Source, cell.Left, baseline, cell.Width);
        }
        else
        {
            var room = curve.Source.Length > 0 ? (right - cell.Left) / 2 : right - cell.Left;
            title.DrawFitted(canvas, curve.Title, cell.Left, baseline, room);
            var left = cell.Left + Math.Min(room, title.Width(curve.Title)) + scale.Pixels(6);
            caption.DrawFitted(canvas, curve.Source, left, baseline, right - left);
        }

        var plot = Plot(cell, baseline);
        var range = ValueRange.Nothing.With(values);
        frame.Draw(canvas, plot, range);
        CurveIn(plot, range).Draw(canvas, values, colour);
    }

    private void Together(Canvas canvas, Rect cell, RewardCurves curves, Window window)
    {
        var (x, baseline) = ((double)cell.Left, cell.Top + finalTitle.CapHeight + scale.Pixels(3));
        var gap = scale.Pixels(7);
        var widest = curves.Components.Length > NamesInARow ? (cell.Width / (double)NamesInARow) - gap : cell.Width / 2.0;
        for (var place = 0; place < curves.Components.Length; place++)
        {
            var name = curves.Components[place].Title;
            var width = Math.Min(titles[place].Width(name), widest);
            if (x + width > cell.Right)
                (x, baseline) = (cell.Left, baseline + finalTitle.CapHeight + scale.Pixels(4));

            titles[place].DrawFitted(canvas, name, x, baseline, width + 1);
            x += width + gap;
        }

        var plot = Plot(cell, baseline);
        var range = ValueRange.Nothing.With(0);
        foreach (var curve in curves.Components) range = range.With(window.Of(curve));
        frame.Draw(canvas, plot, range);
        for (var place = 0; place < curves.Components.Length; place++)
            CurveIn(plot, range).Draw(canvas, window.Of(curves.Components[place]), Palette.Curve(place));
    }

    private Rect Plot(Rect cell, double above)
    {
        var top = (int)above + scale.Pixels(4);
        return new Rect(
            cell.Left,
            top,
            cell.Width - scale.Pixels(PlotFrame.NumbersWidth),
            Math.Max(4, cell.Bottom - top - scale.Pixels(5)));
    }

    private Curve CurveIn(Rect plot, ValueRange range)
    {
        var (low, high) = range.Plottable;
        return new Curve(plot, Steps, low, high, Math.Max(1.2, 1.1 * scale.Factor));
    }

    private static double Value(
        Canvas canvas,
        TextRenderer lettering,
        double value,
        double right,
        double baseline) => Math.Abs(value) switch
        {
            < 1000 => DrawRight(canvas, lettering, $"{value:0.###}", right, baseline),
            >= 1000 => DrawRight(canvas, lettering, $"{value:0.###e0}", right, baseline),
            _ => DrawRight(canvas, lettering, $"-", right, baseline),
        };

    private static void Draw(Canvas canvas, TextRenderer lettering, NoteText text, double x, double baseline) =>
        lettering.Draw(canvas, text.Text, x, baseline);

    private static double DrawRight(Canvas canvas, TextRenderer lettering, NoteText text, double right, double baseline)
    {
        lettering.DrawRight(canvas, text.Text, right, baseline);
        return right - lettering.Width(text.Text);
    }

    private int Footer(Canvas canvas, RewardState state, int leftOut)
    {
        var (lines, left, width) = (0, area.X + scale.Pixels(Margin), area.Width - (2 * scale.Pixels(Margin)));
        if (state.Message is { } mistake)
        {
            const int mostLines = 4;
            var rest = mistake.AsSpan();
            var wrapped = Math.Min(mostLines, message.LinesNeeded(rest, width));
            for (lines = 0; lines < wrapped; lines++)
            {
                var line = lines == wrapped - 1 ? rest : rest[..message.BreakAt(rest, width)];
                message.DrawFitted(canvas, line, left, area.Bottom - scale.Pixels(5) - ((wrapped - 1 - lines) * message.LineHeight), width);
                rest = rest[line.Length..].TrimStart();
            }
        }
        else if (leftOut > 0)
        {
            lines = 1;
            Draw(canvas, caption, $"and {leftOut} more, not shown", left, area.Bottom - scale.Pixels(5));
        }

        return lines == 0 ? 0 : (lines * message.LineHeight) + scale.Pixels(5);
    }

    /// <summary>The rows in the plots: the last steps of the lap, up to the one in the picture.</summary>
    private readonly record struct Window(int First, int Last)
    {
        public static Window Of(in Moment moment)
        {
            if (moment.Row is not { } row) return new Window(0, -1);
            var lap = moment.Evaluation.Timeline.Trace.LapOf(row.Index);
            return new Window(Math.Max(lap.FirstRow, row.Index - Steps + 1), row.Index);
        }

        public ReadOnlySpan<double> Of(RewardCurve curve) => curve.Values.AsSpan(First, Last - First + 1);
    }
}
