using System.Globalization;
using Analyzer.Drawing;
using Analyzer.Laps;
using OpenCvSharp;

namespace Analyzer.Overlays.Progress;

/// <summary>
/// How much of the video has been shown: a bar along the bottom edge with the laps' numbers, the track map's marks where the car
/// left the track, crashed or was reset, golden stretches where most time is to be gained, and blue ones that the joined lap is made of.
/// </summary>
internal sealed class ProgressBar : IOverlay
{
    private const double MarkRadius = 3.1;
    private const double GainHeight = 1.4;
    private const double ChosenGainHeight = 3;
    private const int MaxGains = 3;
    private const double JoinedHeight = 2;

    private readonly Scale scale;
    private readonly int frameCount;
    private readonly (int Frame, string Number)[] laps;
    private readonly (int Frame, Sprite Sign)[] mishaps;
    private readonly (int Section, int First, int Last)[] gains;
    private readonly TextRenderer number;

    /// <summary>Finds the marks.</summary>
    public ProgressBar(Evaluation evaluation, Scale scale, Fonts fonts)
    {
        var timeline = evaluation.Timeline;
        this.scale = scale;
        frameCount = timeline.FrameCount;
        number = fonts.Small(Colour.White);
        var signs = Enum.GetValues<Mishap>().ToDictionary(mishap => mishap, Sign);
        var landmarks = new Landmarks(timeline);
        laps = [.. landmarks.LapStarts.Select(frame =>
            (frame, timeline.Trace.LapOf(landmarks.RowAt(frame)).Number.ToString(CultureInfo.InvariantCulture)))];
        gains =
        [
            .. from section in evaluation.Sections.Opportunities.Take(MaxGains)
               from passage in evaluation.Sections[section].Laps
               let frames = landmarks.FramesOf(passage.FromRow, passage.ToRow)
               select (section, frames.First, frames.Last),
        ];
        mishaps = [.. landmarks.MishapRows.Select(mishap => (mishap.Frame, signs[MishapMarks.At(timeline.Trace, mishap.Row)!.Value]))];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var layout = new ProgressBarLayout(new Size(canvas.Width, canvas.Height), frameCount, scale);
        var (area, done) = (layout.Area, layout.ColumnOf(moment.Frame + 1));
        canvas.Fill(new Rect(0, area.Top, done, area.Height), Theme.BarDone);
        canvas.Fill(new Rect(done, area.Top, area.Width - done, area.Height), Theme.BarRest);
        DrawLaps(canvas, layout);
        DrawGains(canvas, layout, settings);
        if (settings.Joined is { } joined) DrawJoined(canvas, layout, joined);
        canvas.Fill(new Rect(done - scale.Pixels(1), area.Top, Math.Max(2, scale.Pixels(1.4)), area.Height), Colour.White);
        foreach (var (frame, sign) in mishaps)
            sign.Draw(canvas, layout.ColumnOf(frame) - (sign.Width / 2), area.Top + ((area.Height - sign.Height) / 2));
    }

    private void DrawGains(Canvas canvas, ProgressBarLayout layout, OverlaySettings settings)
    {
        foreach (var (section, first, last) in gains)
        {
            var height = scale.Pixels(section == settings.Opportunity ? ChosenGainHeight : GainHeight);
            var (left, right) = (layout.ColumnOf(first), layout.ColumnOf(last + 1));
            canvas.Fill(new Rect(left, layout.Area.Bottom - height, Math.Max(2, right - left), height), Theme.GainGold);
        }
    }

    private void DrawJoined(Canvas canvas, ProgressBarLayout layout, JoinedRoute joined)
    {
        foreach (var piece in joined.Pieces)
        {
            var (left, right) = (layout.ColumnOf(piece.FirstFrame), layout.ColumnOf(piece.LastFrame + 1));
            canvas.Fill(new Rect(left, layout.Area.Top, Math.Max(2, right - left), scale.Pixels(JoinedHeight)), Theme.JoinedBlue);
        }
    }

    private void DrawLaps(Canvas canvas, ProgressBarLayout layout)
    {
        var area = layout.Area;
        var (baseline, free) = (area.Bottom - ((area.Height - number.CapHeight) / 2), 0.0);
        foreach (var (frame, text) in laps)
        {
            var column = layout.ColumnOf(frame);
            canvas.Fill(new Rect(column, area.Top, Math.Max(1, scale.Pixels(0.8)), area.Height), Theme.Panel);
            var x = column + scale.Pixels(3);
            if (x < free) continue;
            number.Draw(canvas, text, x, baseline);
            free = x + number.Width(text) + scale.Pixels(2);
        }
    }

    private Sprite Sign(Mishap mishap)
    {
        var size = (2 * scale.Pixels(MarkRadius + 1.2)) + 1;
        return Shapes.Draw(size, size, (canvas, factor) =>
        {
            var middle = new Point(canvas.Width / 2, canvas.Height / 2);
            Cv2.Circle(canvas, middle, (canvas.Width / 2) - 1, new Scalar(20, 17, 15, 225), -1);
            MishapMarks.Draw(canvas, mishap, middle, (int)(MarkRadius * scale.Factor * factor), 1);
        });
    }
}
