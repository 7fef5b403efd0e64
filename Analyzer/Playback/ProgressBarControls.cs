using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Notes;
using Analyzer.Overlays.Progress;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// What the progress bar shows on screen only: the loop from A to B, and under the mouse the time, lap and row there. Its notes keep
/// clear of the foot line, of the HUD's speed and of its small map.
/// </summary>
internal sealed class ProgressBarControls(Evaluation evaluation, Scale scale, Fonts fonts)
{
    /// <summary>The bar's height under the mouse, pixels at the base scale.</summary>
    private const int Grown = 8;

    private const int NoteHeight = 14;
    private const int LetterWidth = 12;

    private readonly Timeline timeline = evaluation.Timeline;
    private readonly ProgressBar bar = new(evaluation.Timeline, scale);
    private readonly FootLine foot = new(scale, fonts);
    private readonly int thin = Math.Max(2, scale.Pixels(2));

    /// <summary>Draws them onto the picture of the video.</summary>
    public void Draw(Canvas canvas, in PlayerState state)
    {
        var height = state.Hover is null ? ProgressBar.Height : Grown;
        if (state.Hover is not null) bar.DrawGrown(canvas, state.Frame, height);
        if (state.LoopFrom is { } from) DrawLoop(canvas, from, state.LoopTo, scale.Pixels(height), state);
        if (state.Hover is { } hover) DrawHover(canvas, hover, scale.Pixels(height), state);
    }

    private void DrawLoop(Canvas canvas, int from, int? to, int height, in PlayerState state)
    {
        var left = Column(canvas, from);
        Post(canvas, left, height);
        if (state.Hover is null) Note(canvas, $"A", left, scale.Pixels(LetterWidth), state);
        if (to is not { } last) return;
        var right = Math.Max(left + thin, Column(canvas, last + 1) - thin);
        canvas.Fill(new Rect(left, canvas.Height - height, right - left, thin), Colour.LoopYellow);
        Post(canvas, right, height);
        if (state
            .Hover is null)
        {
            Note(canvas, $"B", Math.Max(right, left + scale.Pixels(LetterWidth) + thin), scale.Pixels(LetterWidth), state);
        }
    }

    private void DrawHover(Canvas canvas, int frame, int height, in PlayerState state)
    {
        var x = Column(canvas, frame);
        canvas.Fill(new Rect(x - (thin / 2), canvas.Height - height, thin, height), Colour.Black);
        canvas.Fill(new Rect(x - (thin / 2), canvas.Height - height - scale.Pixels(2), thin, height), Colour.White);
        var seconds = frame / timeline.FramesPerSecond;
        var (minutes, rest) = ((int)seconds / 60, Math.Floor(seconds % 60 * 10) / 10);
        if (timeline.RowAt(frame) is { } row)
        {
            Hover(canvas, $"{minutes}:{rest:00.0} | Lap {timeline.Trace.LapOf(row.Index).Number} | Row {row.Index}", x, state);
        }
        else
        {
            Hover(canvas, $"{minutes}:{rest:00.0} | {(frame < timeline.FirstFrame ? "before" : "after")} the log", x, state);
        }
    }

    private void Hover(Canvas canvas, NoteText text, int x, in PlayerState state) =>
        Note(canvas, text, x, (int)fonts.Foot.Width(text.Text) + scale.Pixels(12), state);

    /// <summary>Beside the foot line where there is room, else right above it: the HUD's speed and its map end higher.</summary>
    private void Note(Canvas canvas, NoteText text, int x, int width, in PlayerState state)
    {
        var left = Math.Clamp(x - (width / 2), 0, Math.Max(0, canvas.Width - width));
        var height = scale.Pixels(NoteHeight);
        var isBeside = left + width <= canvas.Width - foot.Width(new Moment(evaluation, state.Frame), state.Overlays);
        var bottom = canvas.Height - scale.Pixels(isBeside ? Grown + ProgressBar.MarksRise : ProgressBar.Height + FootLine.Height);
        canvas.Dim(new Rect(left, bottom - height, width, height), 0.18);
        fonts.Foot.DrawCentred(canvas, text.Text, left + (width / 2.0), bottom - (height / 2.0) + (fonts.Foot.CapHeight / 2));
    }

    private void Post(Canvas canvas, int x, int height) =>
        canvas.Fill(
            new Rect(x, canvas.Height - height - scale.Pixels(ProgressBar.MarksRise), thin, height + scale.Pixels(ProgressBar.MarksRise)),
            Colour.LoopYellow);

    private int Column(Canvas canvas, int frame) => ProgressBar.ColumnOf(frame, canvas.Width, timeline.FrameCount);
}
