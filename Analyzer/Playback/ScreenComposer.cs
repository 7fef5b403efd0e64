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
    private readonly Evaluation evaluation;
    private readonly PictureLayout layout;
    private readonly FootLine foot;
    private readonly ProgressBarControls bar;
    private readonly HelpPage help;
    private readonly ScreenSigns ofVideo;
    private readonly Lazy<ScreenSigns> ofPane;

    /// <summary>Prepares them for a composer's pictures.</summary>
    public ScreenComposer(Evaluation evaluation, FrameComposer composer)
    {
        (this.evaluation, layout) = (evaluation, composer.Layout);
        var (scale, fonts) = (composer.Scale, composer.Fonts);
        foot = new FootLine(scale, fonts);
        bar = new ProgressBarControls(evaluation, scale, fonts);
        help = new HelpPage(scale, fonts);
        ofVideo = new ScreenSigns(scale, fonts);
        var paneScale = CompareView.PaneScaleOf(layout);
        ofPane = new Lazy<ScreenSigns>(() => new ScreenSigns(paneScale, new Fonts(paneScale)));
    }

    /// <summary>Draws onto the composer's picture, which is composed again for each showing.</summary>
    public void Draw(Mat picture, in PlayerState state)
    {
        var whole = Canvas.Of(picture);
        var isCompare = state.Overlays.Compare;
        var footArea = isCompare ? new Rect(0, 0, picture.Width, picture.Height) : layout.Video;
        var moment = new Moment(evaluation, state.Frame);
        foot.Draw(whole.Area(footArea), moment, state.Overlays);
        if (state.LoopFrom is not null || state.Hover is not null) bar.Draw(whole, state, footArea);
        var signs = isCompare ? ofPane.Value : ofVideo;
        var video = whole.Area(isCompare ? layout.Left : layout.Video);
        signs.Draw(video, moment, state);
        if (state.Help) help.Draw(whole, KeyMap.Help(state));
        signs.DrawNotice(video, state);
    }
}
