using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays.Progress;
using OpenCvSharp;

namespace Analyzer.Overlays.Composition;

/// <summary>
/// Two laps side by side, both at the same progress: the right one's row is the first that reached the progress of the left one's, so
/// that it waits while the left car stands. Beneath them the map, the speeds and the time between.
/// </summary>
internal sealed class CompareView : IDisposable
{
    private readonly Evaluation evaluation;
    private readonly PictureLayout layout;
    private readonly Func<ReferenceLap, Task<ComparedRun>> open;
    private readonly Scale paneScale;
    private readonly Fonts paneFonts;
    private readonly Mat picture;
    private readonly Mat above;
    private readonly Mat beneath;
    private readonly ComparePane left;
    private readonly ComparePane empty;
    private readonly CompareStrip strip;
    private readonly ProgressBar bar;
    private readonly Dictionary<LapTimes, (Task<ComparedRun> Run, ComparePane? Pane)> runs = [];
    private Task<ComparedRun>? awaited;

    /// <summary>Prepares it.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="layout">The picture's size and its parts.</param>
    /// <param name="scale">The scale of what is beneath the videos.</param>
    /// <param name="fonts">Its letters.</param>
    /// <param name="open">Opens the run that a compared lap is from; it is disposed of here.</param>
    public CompareView(
        Evaluation evaluation, PictureLayout layout, Scale scale, Fonts fonts, Func<ReferenceLap, Task<ComparedRun>> open)
    {
        (this.evaluation, this.layout, this.open) = (evaluation, layout, open);
        paneScale = PaneScaleOf(layout);
        paneFonts = new Fonts(paneScale);
        picture = new Mat(layout.Size(withPanel: true), MatType.CV_8UC3, Scalar.Black);
        above = new Mat(picture, new Rect(0, 0, picture.Width, layout.Left.Height));
        beneath = new Mat(picture, layout.Beneath);
        left = new ComparePane(evaluation, picture, layout.Left, paneScale, paneFonts);
        empty = new ComparePane(evaluation, picture, layout.Right, paneScale, paneFonts);
        strip = new CompareStrip(evaluation, layout.Beneath.Size, scale, fonts);
        bar = new ProgressBar(evaluation, scale, fonts);
    }

    /// <summary>The scale of the two videos.</summary>
    public static Scale PaneScaleOf(PictureLayout layout) => Scale.Of(layout.Left.Size);

    /// <summary>Whether the run that the picture waits for has been opened since.</summary>
    public bool HasNews => awaited is { IsCompleted: true };

    /// <summary>Has the right one's frame decoded while the left one's is.</summary>
    public void Request(int frame, OverlaySettings settings)
    {
        if (OtherOf(frame, settings) is { Run.IsCompletedSuccessfully: true } other && other.Run.Result is { Frames: { } frames } run
            && FrameBeside(run, other.Lap, frame) is { } beside)
        {
            frames.Request(beside);
        }
    }

    /// <summary>Draws a frame's picture. It stays the view's own and is overwritten by the next call.</summary>
    /// <param name="video">The left one's pixels, BGR.</param>
    /// <param name="frame">Its number.</param>
    /// <param name="settings">What to draw.</param>
    public Mat Compose(Mat video, int frame, OverlaySettings settings)
    {
        awaited = null;
        var moment = new Moment(evaluation, frame);
        var isRead = evaluation.Timeline.IsRead(frame);
        var strips = Canvas.Of(beneath);
        if (isRead)
        {
            left.Draw(video, frame, settings);
            DrawRight(frame, settings);
            if (settings.ShowPanel) strip.Draw(strips, moment, settings);
        }
        else
        {
            left.Draw(video);
            empty.Say("The HUD is not read up to this frame yet");
            strips.Fill(new Rect(0, 0, strips.Width, strips.Height), Theme.Panel);
        }

        var whole = settings.ShowPanel ? picture : above;
        bar.Draw(Canvas.Of(whole), moment, settings);
        return whole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (run, pane) in runs.Values)
        {
            pane?.Dispose();
            if (run.IsCompletedSuccessfully) run.Result.Dispose();
        }

        left.Dispose();
        empty.Dispose();
        beneath.Dispose();
        above.Dispose();
        picture.Dispose();
    }

    private void DrawRight(int frame, OverlaySettings settings)
    {
        if (OtherOf(frame, settings) is not { } other)
        {
            empty.Say(settings.Comparison.Missing());
            return;
        }

        if (!other.Run.IsCompleted)
        {
            awaited = other.Run;
            empty.Say("Its video is being read");
            return;
        }

        var run = other.Run.GetAwaiter().GetResult();
        var pane = PaneOf(other.Lap, run);
        if (FrameBeside(run, other.Lap, frame) is not { } beside)
        {
            empty.Say("The HUD is not read up to that lap yet");
            return;
        }

        // Whatever counts from a row of this run says nothing of another one's rows.
        var itsSettings = settings with { Comparison = LapComparison.Nothing, HeatmapFromRow = 0, Opportunity = null, Joined = null };
        if (run.Frames is { } frames) pane.Draw(frames.GetFrame(beside), beside, itsSettings);
        else pane.DrawWithoutVideo(run.WhyNoVideo ?? "", beside, itsSettings);
    }

    private (ReferenceLap Lap, Task<ComparedRun> Run)? OtherOf(int frame, OverlaySettings settings)
    {
        if (evaluation.Laps.ReferenceOf(settings.Comparison, evaluation.Timeline.LapAt(frame)) is not { } lap) return null;
        if (!runs.TryGetValue(lap.Run, out var known)) runs[lap.Run] = known = (open(lap), null);
        return (lap, known.Run);
    }

    private ComparePane PaneOf(ReferenceLap lap, ComparedRun run)
    {
        var (task, pane) = runs[lap.Run];
        pane ??= new ComparePane(run.Evaluation, picture, layout.Right, paneScale, paneFonts);
        runs[lap.Run] = (task, pane);
        return pane;
    }

    // Null as long as the video has not been read up to it.
    private int? FrameBeside(ComparedRun run, ReferenceLap lap, int frame)
    {
        var timeline = run.Evaluation.Timeline;
        var row = evaluation.Laps.RowBeside(evaluation.Timeline, frame, lap);
        return timeline.IsBeingRead && timeline.FirstFrameFrom(row) is null ? null : timeline.FrameOf(lap.Lap, row);
    }
}
