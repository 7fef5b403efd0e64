using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Notes;
using Analyzer.Overlays.Progress;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// What the progress bar shows on screen only: the loop from A to B, and under the mouse what is there: event, lap, race clock and step.
/// Its notes keep clear of the foot line, of the HUD's speed and of its small map.
/// </summary>
/// <param name="evaluation">The run.</param>
/// <param name="scale">The picture's scale.</param>
/// <param name="fonts">The picture's letters.</param>
internal sealed class ProgressBarControls(Evaluation evaluation, Scale scale, Fonts fonts)
{
    private const double NoteHeight = 14;
    private const double PostRise = 4;

    private readonly Landmarks landmarks = new(evaluation.Timeline);
    private readonly FootLine foot = new(scale, fonts);
    private readonly TextRenderer text = fonts.Small(Colour.White);
    private int footLeft, footRight;
    private readonly int thin = Math.Max(2, scale.Pixels(1.5));

    /// <summary>Draws them onto the picture.</summary>
    /// <param name="canvas">The whole picture.</param>
    /// <param name="state">The player.</param>
    /// <param name="video">The part of the picture at whose bottom right the foot line stands.</param>
    public void Draw(Canvas canvas, in PlayerState state, Rect video)
    {
        (footLeft, footRight) = (video.Right - foot.Width(new Moment(evaluation, state.Frame), state.Overlays), video.Right);
        var layout = new ProgressBarLayout(new Size(canvas.Width, canvas.Height), evaluation.Timeline.FrameCount, scale);
        if (state.LoopFrom is { } from) DrawLoop(canvas, layout, from, state);
        if (state.Hover is { } hover) DrawHover(canvas, layout, hover);
    }

    private void DrawLoop(Canvas canvas, ProgressBarLayout layout, int from, in PlayerState state)
    {
        var left = layout.ColumnOf(from);
        Post(canvas, layout, left);
        if (state.Hover is null) Note(canvas, layout, "A", left, isLetter: true);
        if (state.LoopTo is not { } last) return;
        var right = Math.Max(left + thin, layout.ColumnOf(last + 1) - thin);
        canvas.Fill(new Rect(left, layout.Area.Top, right - left, thin), Theme.LoopViolet);
        Post(canvas, layout, right);
        if (state.Hover is null) Note(canvas, layout, "B", Math.Max(right, left + WidthOf("A") + thin), isLetter: true);
    }

    private void DrawHover(Canvas canvas, ProgressBarLayout layout, int frame)
    {
        var (x, area) = (layout.ColumnOf(frame), layout.Area);
        canvas.Fill(new Rect(x - (thin / 2) - 1, area.Top - thin, thin + 2, area.Height + thin), Colour.Black);
        canvas.Fill(new Rect(x - (thin / 2), area.Top - thin, thin, area.Height + thin), Colour.White);
        var timeline = evaluation.Timeline;
        if (timeline.RowAt(frame) is not { } row)
        {
            var why = !timeline.IsRead(frame) ? "not read yet" : frame < timeline.FirstFrame ? "before the start" : "after the end";
            Note(canvas, layout, why, x);
            return;
        }

        NoteText what = $"";
        if (MishapAt(layout, frame) is { } mishap) what = $"{MishapMarks.Name(mishap)}  ·  ";
        NoteText clock = $"";
        if (timeline.Readings[frame].ClockMilliseconds is { } ms) clock = $"{ms / 60_000}:{ms / 1000 % 60:00}.{ms % 1000:000}  ·  ";
        NoteText note = $"{what.Text}Lap {timeline.Trace.LapOf(row.Index).Number}  ·  {clock.Text}Step {row.Steps}";
        Note(canvas, layout, note.Text, x);
    }

    // A mark is wider than the frames that it stands for.
    private Mishap? MishapAt(ProgressBarLayout layout, int frame)
    {
        var x = layout.ColumnOf(frame);
        foreach (var (marked, row) in landmarks.MishapRows)
            if (Math.Abs(layout.ColumnOf(marked) - x) <= scale.Pixels(4)) return MishapMarks.At(evaluation.Timeline.Trace, row);

        return null;
    }

    /// <summary>
    /// Under the place where there is room, else left of the foot line, so that the HUD's speed and its map stay free; a letter, which must
    /// not leave its place, right above the foot line.
    /// </summary>
    private void Note(Canvas canvas, ProgressBarLayout layout, ReadOnlySpan<char> words, int x, bool isLetter = false)
    {
        var width = WidthOf(words);
        var left = Math.Clamp(x - (width / 2), 0, Math.Max(0, canvas.Width - width));
        var height = scale.Pixels(NoteHeight);
        var isOnFoot = left + width > footLeft && left < footRight;
        if (isOnFoot && !isLetter) left = Math.Max(0, footLeft - width);
        var bottom = layout.Area.Top - (isLetter ? scale.Pixels(PostRise) : thin)
            - (isOnFoot && isLetter ? scale.Pixels(FootLine.Height) : 0);
        canvas.Dim(new Rect(left, bottom - height, width, height), 0.18);
        text.DrawCentred(canvas, words, left + (width / 2.0), bottom - ((height - text.CapHeight) / 2));
    }

    private int WidthOf(ReadOnlySpan<char> words) => (int)text.Width(words) + scale.Pixels(10);

    // Not into the foot line's letters.
    private void Post(Canvas canvas, ProgressBarLayout layout, int x)
    {
        var rise = x + thin <= footLeft || x >= footRight ? scale.Pixels(PostRise) : 0;
        canvas.Fill(new Rect(x, layout.Area.Top - rise, thin, layout.Area.Height + rise), Theme.LoopViolet);
    }
}
