using System.Globalization;
using Analyzer.Drawing;
using Analyzer.Overlays.Progress;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Overlays.Notes;

/// <summary>Pace, frame and the two keys that a new user needs; and what the log is locked by, where that is not the race clock.</summary>
public sealed class FootLine(Scale scale, Fonts fonts) : IOverlay
{
    /// <summary>Height at the base scale, pixels; it stands on the progress bar.</summary>
    public const int Height = 18;

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var text = TextOf(moment, settings);
        var height = scale.Pixels(Height);
        var width = WidthOf(text);
        var bottom = canvas.Height - scale.Pixels(ProgressBar.Height);
        canvas.Dim(new Rect(canvas.Width - width, bottom - height, width, height), 0.3);
        fonts.Foot.DrawRight(canvas, text.Text, canvas.Width - scale.Pixels(7), bottom - (height / 2.0) + (fonts.Foot.CapHeight / 2));
    }

    /// <summary>How far it reaches from the picture's right edge, pixels.</summary>
    public int Width(in Moment moment, OverlaySettings settings) => WidthOf(TextOf(moment, settings));

    private static NoteText TextOf(in Moment moment, OverlaySettings settings)
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
        return $"FPS {settings.FramesPerSecond} ({times:F1}x{shown}) | Frame {moment.Frame}{sync} | H (help) | Q (quit)";
    }

    private int WidthOf(NoteText text) => (int)fonts.Foot.Width(text.Text) + scale.Pixels(14);
}
