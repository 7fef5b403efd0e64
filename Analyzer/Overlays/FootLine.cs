using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>Pace, frame and the two keys that a new user needs.</summary>
public sealed class FootLine(Scale scale, Fonts fonts) : IOverlay
{
    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var times = settings.FramesPerSecond / moment.Evaluation.Timeline.FramesPerSecond;
        if (settings.FramesPerSecondShown is { } shown)
        {
            Draw(canvas, $"FPS {settings.FramesPerSecond} ({times:F1}x, {shown} shown) | Frame {moment.Frame} | H (help) | Q (quit)");
        }
        else
        {
            Draw(canvas, $"FPS {settings.FramesPerSecond} ({times:F1}x) | Frame {moment.Frame} | H (help) | Q (quit)");
        }
    }

    private void Draw(Canvas canvas, NoteText text)
    {
        var height = scale.Pixels(18);
        var width = (int)fonts.Foot.Width(text.Text) + scale.Pixels(14);
        var bottom = canvas.Height - scale.Pixels(ProgressBar.Height);
        canvas.Dim(new Rect(canvas.Width - width, bottom - height, width, height), 0.3);
        fonts.Foot.DrawRight(canvas, text.Text, canvas.Width - scale.Pixels(7), bottom - (height / 2.0) + (fonts.Foot.CapHeight / 2));
    }
}
