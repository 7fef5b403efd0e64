using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays.Panels;
using Analyzer.Overlays.Progress;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Overlays.Composition;

/// <summary>
/// Makes the picture of a frame: the video scaled up with the overlays on it, and the panel beside it. Playing and rendering share it.
/// </summary>
internal sealed class FrameComposer : IDisposable
{
    private readonly Evaluation evaluation;
    private readonly PictureLayout layout;
    private readonly Mat picture;
    private readonly Mat videoPart;
    private readonly Mat panelPart;
    private readonly Scaler scaler;
    private readonly ProgressBar bar;

    // They are not needed, nor is there time for them, until the first frame has been read.
    private readonly Lazy<Panel> panel;
    private readonly Lazy<VideoLayers> layers;
    private CompareView? compare;

    /// <summary>Prepares the overlays for pictures of one size.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="layout">The picture's size and its parts.</param>
    public FrameComposer(Evaluation evaluation, PictureLayout layout)
    {
        (this.evaluation, this.layout) = (evaluation, layout);
        picture = new Mat(layout.Size(withPanel: true), MatType.CV_8UC3, Scalar.Black);
        (videoPart, panelPart) = (new Mat(picture, layout.Video), new Mat(picture, layout.Panel));
        scaler = new Scaler(videoPart);
        Scale = Scale.Of(layout.Video.Size);
        Fonts = new Fonts(Scale);
        var barHeight = Scale.Pixels(ProgressBarLayout.Height);
        bar = new ProgressBar(evaluation, Scale, Fonts);
        var panelSize = new Size(layout.Panel.Width, layout.Panel.Height - barHeight);
        panel = new Lazy<Panel>(() => new Panel(evaluation, panelSize, Scale, Fonts));
        layers = new Lazy<VideoLayers>(() => VideoLayers.All(evaluation, Scale, Fonts));
    }

    /// <summary>The picture's scale.</summary>
    public Scale Scale { get; }

    /// <summary>The picture's letters.</summary>
    public Fonts Fonts { get; }

    /// <summary>The picture's size and its parts.</summary>
    public PictureLayout Layout => layout;

    /// <summary>Opens the run that a compared lap is from, for the compare view; by itself only this run's log is shown there.</summary>
    public Func<ReferenceLap, Task<ComparedRun>>? Open { get; init; }

    /// <summary>Whether the picture of the same frame would be another one now.</summary>
    public bool HasNews => compare is { HasNews: true };

    /// <summary>Fetches a frame, in the compare view with the other lap's at the same time, and draws its picture.</summary>
    /// <inheritdoc cref="Compose(Mat, int, OverlaySettings)"/>
    public Mat Compose(VideoFrames frames, int frame, OverlaySettings settings)
    {
        // As long as the video has not been read to its end, it may end earlier than it says.
        if (!evaluation.Timeline.IsRead(frame)) return Compose(frames.GetFrameOrLast(frame), frame, settings);
        if (settings.Compare) (compare ??= NewCompareView()).Request(frame, settings);
        return Compose(frames.GetFrame(frame), frame, settings);
    }

    /// <summary>Draws a frame's picture. It stays the composer's own and is overwritten by the next call.</summary>
    /// <param name="video">The frame's pixels, BGR, any size.</param>
    /// <param name="frame">The frame's number, from 0.</param>
    /// <param name="settings">What to draw.</param>
    public Mat Compose(Mat video, int frame, OverlaySettings settings)
    {
        var isRead = evaluation.Timeline.IsRead(frame);
        if (settings.Compare) return (compare ??= NewCompareView()).Compose(video, frame, settings);
        scaler.Scale(video);
        var canvas = Canvas.Of(videoPart);
        var moment = new Moment(evaluation, frame);
        if (isRead) layers.Value.Draw(canvas, moment, settings);
        if (settings.ShowPanel)
        {
            var beside = Canvas.Of(panelPart);
            if (isRead) panel.Value.Draw(beside, moment, settings);
            else beside.Fill(new Rect(0, 0, beside.Width, beside.Height), Theme.Panel);
        }

        var whole = settings.ShowPanel ? picture : videoPart;
        bar.Draw(Canvas.Of(whole), moment, settings);
        return whole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        compare?.Dispose();
        scaler.Dispose();
        panelPart.Dispose();
        videoPart.Dispose();
        picture.Dispose();
    }

    private CompareView NewCompareView() => new(evaluation, layout, Scale, Fonts, Open ?? (lap => Task.FromResult(
        ComparedRun.OfLog(lap.Run, evaluation.ActionSpace, "Its video is not open"))));
}
