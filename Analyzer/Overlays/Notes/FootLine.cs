using Analyzer.Drawing;
using Analyzer.Overlays.Progress;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Overlays.Notes;

/// <summary>
/// Pace, frame and the two keys that a new user needs; and what the log is locked by, where that is not the race clock. On screen only.
/// </summary>
internal sealed class FootLine(Scale scale, Fonts fonts) : IOverlay
{
    /// <summary>Height at the base scale, pixels; it stands on the progress bar.</summary>
    public const int Height = 14;

    private const double Padding = 6;

    private readonly TextRenderer text = fonts.Small(new Colour(222, 226, 232));

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var words = TextOf(moment, settings);
        var (width, height) = (WidthOf(words), scale.Pixels(Height));
        var bottom = canvas.Height - scale.Pixels(ProgressBarLayout.Height);
        canvas.Dim(new Rect(canvas.Width - width, bottom - height, width, height), 0.3);
        text.DrawRight(canvas, words, canvas.Width - scale.Pixels(Padding), bottom - ((height - text.CapHeight) / 2));
    }

    /// <summary>How far it reaches from the picture's right edge, pixels.</summary>
    public int Width(in Moment moment, OverlaySettings settings) => WidthOf(TextOf(moment, settings));

    private static NoteText TextOf(in Moment moment, OverlaySettings settings)
    {
        var timeline = moment.Evaluation.Timeline;
        var times = settings.FramesPerSecond / timeline.FramesPerSecond;
        NoteText shown = $"";
        if (settings.FramesPerSecondShown is { } fewer) shown = $", {fewer} shown";
        NoteText sync = $"";
        if (settings.ReadingPercent is { } percent) sync = $"reading the HUD, {percent} %   ";
        else if (timeline.Sync == SyncMode.Speed) sync = $"locked by speed   ";
        else if (timeline.Sync == SyncMode.Time) sync = $"locked by time, may be some steps off   ";
        return $"{sync.Text}{settings.FramesPerSecond} fps ({times:F1}x{shown.Text})   Frame {moment.Frame}   H help   Q quit";
    }

    private int WidthOf(NoteText words) => (int)text.Width(words) + (2 * scale.Pixels(Padding));
}
