using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// Adds to a frame's picture what only the screen shows, never a file: the mouse and the loop on the progress bar, recording mark,
/// notice, help, end.
/// </summary>
internal sealed class ScreenComposer : IDisposable
{
    private readonly Evaluation evaluation;
    private readonly Fonts fonts;
    private readonly Scale scale;
    private readonly Rect video;
    private readonly Mat screen = new();
    private readonly RecordingMark recording;
    private readonly EndNotice end;
    private readonly ProgressBarControls bar;
    private readonly HelpPage help;

    /// <summary>Prepares them for a composer's pictures.</summary>
    public ScreenComposer(Evaluation evaluation, FrameComposer composer)
    {
        this.evaluation = evaluation;
        (fonts, scale, video) = (composer.Fonts, composer.Scale, composer.Layout.Video);
        recording = new RecordingMark(scale, fonts);
        end = new EndNotice(scale, fonts);
        bar = new ProgressBarControls(evaluation, scale, fonts);
        help = new HelpPage(KeyMap.Help, scale);
    }

    /// <summary>The picture for the window: the one given where there is nothing to add, else one of its own.</summary>
    public Mat Compose(Mat picture, in PlayerState state)
    {
        if (!(state.Recording || state.Ended || state.Help)
            && (state.Notice, state.LoopFrom, state.Hover) is (null, null, null))
        {
            return picture;
        }

        picture.CopyTo(screen);
        var canvas = Canvas.Of(screen).Area(video);
        var moment = new Moment(evaluation, state.Frame);
        bar.Draw(canvas, state);
        if (state.Recording) recording.Draw(canvas, moment, state.Overlays);
        if (state.Ended) end.Draw(canvas, moment, state.Overlays);
        if (state.Help) help.Draw(canvas, moment, state.Overlays);
        if (state.Notice is { } notice)
        {
            var width = (int)fonts.Foot.Width(notice) + scale.Pixels(16);
            var middle = new Point(canvas.Width / 2, scale.Pixels(426));
            canvas.Dim(new Rect(middle.X - (width / 2), middle.Y - scale.Pixels(10), width, scale.Pixels(20)), 0.35);
            fonts.Foot.DrawCentred(canvas, notice, middle.X, middle.Y + (fonts.Foot.CapHeight / 2));
        }

        return screen;
    }

    /// <inheritdoc/>
    public void Dispose() => screen.Dispose();
}
