using System.Globalization;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>Pace, frame and the two keys that a new user needs; and what the log is locked by, where that is not the race clock.</summary>
public sealed class FootLine(Scale scale, Fonts fonts) : IOverlay
{
    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var timeline = moment.Evaluation.Timeline;
        var times = settings.FramesPerSecond / timeline.FramesPerSecond;
        var shown = settings.FramesPerSecondShown is { } fewer ? string.Create(CultureInfo.InvariantCulture, $", {fewer} shown") : "";
        var sync = timeline.Sync switch
        {
            SyncMode.Clock => "",
            SyncMode.Speed => " | Sync: by speed",
            _ => " | Sync: by time, may be some steps off",
        };
        Draw(canvas, $"FPS {settings.FramesPerSecond} ({times:F1}x{shown}) | Frame {moment.Frame}{sync} | H (help) | Q (quit)");
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
