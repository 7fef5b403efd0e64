using Analyzer.Drawing;
using Analyzer.Overlays;

namespace Analyzer.Playback;

/// <summary>What the screen alone shows on a video: that a recording runs or the player is paused, notices, the end.</summary>
/// <param name="scale">The video's scale.</param>
/// <param name="fonts">Its letters.</param>
internal sealed class ScreenSigns(Scale scale, Fonts fonts)
{
    private const double PausedMargin = 6;
    private const double PausedTop = 6;
    private const double PausedTopBesideRecording = 30;

    private readonly RecordingMark recording = new(scale, fonts);
    private readonly Badge paused = new(new Colour(214, 220, 228), scale, fonts);
    private readonly EndNotice end = new(scale, fonts);
    private readonly Toast toast = new(scale, fonts);

    /// <summary>Draws them onto the video.</summary>
    public void Draw(Canvas video, in Moment moment, in PlayerState state)
    {
        if (state.Recording) recording.Draw(video, moment, state.Overlays);
        if (state.Paused)
        {
            paused.DrawRight(
                video, "PAUSED", video.Width - scale.Pixels(PausedMargin),
                scale.Pixels(state.Recording ? PausedTopBesideRecording : PausedTop));
        }

        if (state.Ended) end.Draw(video, moment, state.Overlays);
    }

    /// <summary>Draws what there is to tell the user, also over the help.</summary>
    public void DrawNotice(Canvas video, in PlayerState state)
    {
        if (state.Notice is { } notice) toast.Draw(video, notice);
    }
}
