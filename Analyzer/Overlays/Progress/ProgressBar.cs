using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays.Panels;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Overlays.Progress;

/// <summary>
/// How much of the video has been shown: a green bar along the bottom edge, with a white mark where a lap starts and one in the
/// track map's colours where the car left the track, crashed or was reset.
/// </summary>
public sealed class ProgressBar : IOverlay
{
    /// <summary>Height at the base scale, pixels.</summary>
    public const int Height = 5;

    /// <summary>How far the marks rise above the bar at the base scale, pixels.</summary>
    public const int MarksRise = 3;

    private readonly Scale scale;
    private readonly int frameCount;
    private readonly (int Frame, Colour Colour)[] marks;

    /// <summary>Finds the marks.</summary>
    public ProgressBar(Timeline timeline, Scale scale)
    {
        var landmarks = new Landmarks(timeline);
        this.scale = scale;
        frameCount = timeline.FrameCount;
        marks =
        [
            .. landmarks.LapStarts.Select(frame => (frame, Colour.White)),
            .. landmarks.MishapRows.Select(mishap => (mishap.Frame, MapMarks.ColourOf(MapMarks.At(timeline.Trace, mishap.Row)!.Value))),
        ];
    }

    /// <summary>The column where a frame begins.</summary>
    /// <param name="frame">From 0; the number of frames for the bar's end.</param>
    /// <param name="width">The bar's width, pixels.</param>
    /// <param name="frameCount">Frames of the video.</param>
    public static int ColumnOf(int frame, int width, int frameCount) => (int)((long)width * frame / frameCount);

    /// <summary>The frame at a column, to the nearest one there is.</summary>
    /// <param name="column">From 0, or outside the bar.</param>
    /// <param name="width">The bar's width, pixels.</param>
    /// <param name="frameCount">Frames of the video.</param>
    public static int FrameAt(int column, int width, int frameCount) =>
        column >= width - 1 ? frameCount - 1 : (int)((long)Math.Max(0, column) * frameCount / width);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings) => Draw(canvas, moment.Frame, Height, isOver: false);

    /// <summary>Draws it over the one that is there already, higher.</summary>
    /// <param name="canvas">The picture of the video.</param>
    /// <param name="frame">The frame shown, from 0.</param>
    /// <param name="baseHeight">Its height at the base scale, pixels.</param>
    public void DrawGrown(Canvas canvas, int frame, int baseHeight) => Draw(canvas, frame, baseHeight, isOver: true);

    private void Draw(Canvas canvas, int frame, int baseHeight, bool isOver)
    {
        var height = scale.Pixels(baseHeight);
        var top = canvas.Height - height;
        var done = ColumnOf(frame + 1, canvas.Width, frameCount);
        var rest = new Rect(done, top, canvas.Width - done, height);
        if (isOver) canvas.Fill(rest, Colour.PlotLine);
        else canvas.Dim(rest, 0.45);
        canvas.Fill(new Rect(0, top, done, height), Colour.ProgressGreen);
        foreach (var (marked, colour) in marks)
        {
            Mark(
            canvas,
            ColumnOf(marked, canvas.Width, frameCount),
            scale.Pixels(baseHeight + MarksRise),
            colour);
        }
    }

    private void Mark(Canvas canvas, int column, int height, Colour colour)
    {
        var mark = new Rect(column, canvas.Height - height, Math.Max(2, scale.Pixels(2)), height);
        canvas.Dim(new Rect(mark.X - 1, mark.Y - 1, mark.Width + 2, mark.Height + 1), 0.3);
        canvas.Fill(mark, colour);
    }
}
