using Analyzer.Drawing;
using Analyzer.Overlays.Actions;
using Analyzer.Overlays.Notes;
using Analyzer.Overlays.Panels;
using Analyzer.Overlays.Progress;
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
    private readonly Panel panel;
    private readonly ProgressBar bar;
    private readonly (Predicate<OverlaySettings> Shown, IOverlay Overlay)[] layers;

    /// <summary>Prepares the overlays for pictures of one size.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="layout">The picture's size and its parts.</param>
    public FrameComposer(Evaluation evaluation, PictureLayout layout)
    {
        (this.evaluation, this.layout) = (evaluation, layout);
        picture = new Mat(layout.Size(withPanel: true), MatType.CV_8UC3, Scalar.Black);
        (videoPart, panelPart) = (new Mat(picture, layout.Video), new Mat(picture, layout.Panel));
        scaler = new Scaler(videoPart);
        Scale = new Scale((double)layout.Video.Height / Scale.BaseHeight);
        Fonts = new Fonts(Scale);
        var barHeight = Scale.Pixels(ProgressBarLayout.Height);
        panel = new Panel(evaluation, new Size(layout.Panel.Width, layout.Panel.Height - barHeight), Scale, Fonts);
        bar = new ProgressBar(evaluation, Scale, Fonts);
        layers = Layers(evaluation, Scale, Fonts);
    }

    /// <summary>The picture's scale.</summary>
    public Scale Scale { get; }

    /// <summary>The picture's letters.</summary>
    public Fonts Fonts { get; }

    /// <summary>The picture's size and its parts.</summary>
    public PictureLayout Layout => layout;

    /// <summary>Draws a frame's picture. It stays the composer's own and is overwritten by the next call.</summary>
    /// <param name="video">The frame's pixels, BGR, any size.</param>
    /// <param name="frame">The frame's number, from 0.</param>
    /// <param name="settings">What to draw.</param>
    public Mat Compose(Mat video, int frame, OverlaySettings settings)
    {
        scaler.Scale(video);
        var canvas = Canvas.Of(videoPart);
        var moment = new Moment(evaluation, frame);
        foreach (var (shown, overlay) in layers)
            if (shown(settings)) overlay.Draw(canvas, moment, settings);

        if (settings.ShowPanel) panel.Draw(Canvas.Of(panelPart), moment, settings);
        var whole = settings.ShowPanel ? picture : videoPart;
        bar.Draw(Canvas.Of(whole), moment, settings);
        return whole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        scaler.Dispose();
        panelPart.Dispose();
        videoPart.Dispose();
        picture.Dispose();
    }

    private static (Predicate<OverlaySettings> Shown, IOverlay Overlay)[] Layers(Evaluation evaluation, Scale scale, Fonts fonts)
    {
        var geometry = PolarGeometry.For(evaluation.ActionSpace, scale);
        var plot = new ActionSpacePlot(evaluation.ActionSpace, geometry, scale, fonts);
        return
        [
            (settings => settings.ShowActionSpace, plot.Background),
            (settings => settings.ShowHeatmap, new Heatmap(evaluation.Timeline.Trace, geometry, scale)),
            (settings => settings.ShowActionSpace, plot.Grid),
            (settings => settings.ShowActionSpace, new SpeedArc(geometry, scale)),
            (settings => settings.ShowActionSpace, new CurrentAction(geometry, scale, fonts)),
            (settings => settings.ShowNotes, new CarVariables(scale, fonts)),
            (settings => settings.ShowNotes, new LapVariables(evaluation.SmallMap, scale, fonts)),
            (settings => settings.ShowNotes, new StateBadges(scale, fonts)),
        ];
    }
}
