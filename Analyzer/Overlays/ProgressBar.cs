using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>How much of the video has been shown: a green bar along the bottom edge.</summary>
public sealed class ProgressBar(Scale scale) : IOverlay
{
    /// <summary>Height at the base scale, pixels.</summary>
    public const int Height = 5;

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var height = scale.Pixels(Height);
        var top = canvas.Height - height;
        var done = canvas.Width * (moment.Frame + 1) / moment.Evaluation.Timeline.FrameCount;
        canvas.Dim(new Rect(done, top, canvas.Width - done, height), 0.45);
        canvas.Fill(new Rect(0, top, done, height), Colour.ProgressGreen);
    }
}
