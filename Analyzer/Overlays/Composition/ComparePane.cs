using Analyzer.Drawing;
using Analyzer.Overlays.Panels;
using OpenCvSharp;

namespace Analyzer.Overlays.Composition;

/// <summary>One of two laps side by side: its video with what its car chose; without a video its place on the map.</summary>
internal sealed class ComparePane : IDisposable
{
    private const double MapTop = 236;
    private const double Margin = 30;

    // Above foot line and progress bar, which stand on the panes where nothing is beneath them.
    private const double MapBottom = 38;

    private readonly Evaluation evaluation;
    private readonly Scale scale;
    private readonly Mat part;
    private readonly Scaler scaler;
    private readonly VideoLayers layers;
    private readonly TextRenderer text;
    private readonly Lazy<TrackMap?> map;

    /// <summary>Prepares it.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="picture">The whole picture.</param>
    /// <param name="area">The pane's part of it.</param>
    /// <param name="scale">The pane's scale.</param>
    /// <param name="fonts">The pane's letters.</param>
    public ComparePane(Evaluation evaluation, Mat picture, Rect area, Scale scale, Fonts fonts)
    {
        (this.evaluation, this.scale) = (evaluation, scale);
        part = new Mat(picture, area);
        scaler = new Scaler(part);
        layers = VideoLayers.OfAPane(evaluation, scale, fonts);
        text = fonts.Normal(Colour.White);
        var (margin, top) = (scale.Pixels(Margin), scale.Pixels(MapTop));
        var mapArea = new Rect(margin, top, area.Width - (2 * margin), area.Height - top - scale.Pixels(MapBottom));
        // A wide video's pane in a tiny picture has no room for it.
        map = new Lazy<TrackMap?>(
            () => mapArea.Width > 0 && mapArea.Height > 0 ? new TrackMap(evaluation, mapArea, scale, fonts) : null);
    }

    /// <summary>Draws a frame of the video alone.</summary>
    public void Draw(Mat video) => scaler.Scale(video);

    /// <summary>Draws a frame of the video with what belongs to it.</summary>
    public void Draw(Mat video, int frame, OverlaySettings settings)
    {
        Draw(video);
        layers.Draw(Canvas.Of(part), new Moment(evaluation, frame), settings);
    }

    /// <summary>Draws a row of a run without a video, and why there is none.</summary>
    public void DrawWithoutVideo(string why, int frame, OverlaySettings settings)
    {
        var moment = new Moment(evaluation, frame);
        var canvas = Canvas.Of(part);
        canvas.Fill(new Rect(0, 0, canvas.Width, canvas.Height), Theme.Panel);
        layers.Draw(canvas, moment, settings);
        map.Value?.Draw(canvas, moment, settings);
        Say(canvas, why, scale.Pixels(216));
    }

    /// <summary>Says why there is nothing to show.</summary>
    public void Say(string why)
    {
        var canvas = Canvas.Of(part);
        canvas.Fill(new Rect(0, 0, canvas.Width, canvas.Height), Theme.Panel);
        Say(canvas, why, canvas.Height / 2.0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        scaler.Dispose();
        part.Dispose();
    }

    private void Say(Canvas canvas, string words, double baseline)
    {
        var room = canvas.Width - (2 * scale.Pixels(Margin));
        text.DrawFitted(canvas, words, (canvas.Width - Math.Min(room, text.Width(words))) / 2, baseline, room);
    }
}
