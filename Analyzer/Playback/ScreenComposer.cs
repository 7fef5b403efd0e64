using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Overlays.Notes;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// Adds to a frame's picture what only the screen shows, never a file: the foot line, the mouse and the loop on the progress bar, that a
/// recording runs or the player is paused, notices, help, end.
/// </summary>
internal sealed class ScreenComposer
{
    private const double PausedMargin = 6;
    private const double PausedTop = 6;
    private const double PausedTopBesideRecording = 30;

    private readonly Evaluation evaluation;
    private readonly Scale scale;
    private readonly PictureLayout layout;
    private readonly FootLine foot;
    private readonly RecordingMark recording;
    private readonly Badge paused;
    private readonly EndNotice end;
    private readonly Toast toast;
    private readonly ProgressBarControls bar;
    private readonly HelpPage help;

    /// <summary>Prepares them for a composer's pictures.</summary>
    public ScreenComposer(Evaluation evaluation, FrameComposer composer)
    {
        (this.evaluation, scale, layout) = (evaluation, composer.Scale, composer.Layout);
        var fonts = composer.Fonts;
        foot = new FootLine(scale, fonts);
        recording = new RecordingMark(scale, fonts);
        paused = new Badge(new Colour(214, 220, 228), scale, fonts);
        end = new EndNotice(scale, fonts);
        toast = new Toast(scale, fonts);
        bar = new ProgressBarControls(evaluation, layout.Video, scale, fonts);
        help = new HelpPage(scale, fonts);
    }

    /// <summary>Draws onto the composer's picture, which is made anew for each showing.</summary>
    public void Draw(Mat picture, in PlayerState state)
    {
        var whole = Canvas.Of(picture);
        var video = whole.Area(layout.Video);
        var moment = new Moment(evaluation, state.Frame);
        foot.Draw(video, moment, state.Overlays);
        if (state.LoopFrom is not null || state.Hover is not null) bar.Draw(whole, state);
        if (state.Recording) recording.Draw(video, moment, state.Overlays);
        if (state.Paused)
        {
            paused.DrawRight(
                video, "PAUSED", video.Width - scale.Pixels(PausedMargin),
                scale.Pixels(state.Recording ? PausedTopBesideRecording : PausedTop));
        }

        if (state.Ended) end.Draw(video, moment, state.Overlays);
        if (state.Help) help.Draw(whole, KeyMap.Help(state));
        if (state.Notice is { } notice) toast.Draw(video, notice);
    }
}
