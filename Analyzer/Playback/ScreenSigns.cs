using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Notes;

namespace Analyzer.Playback;

/// <summary>What the screen alone shows on a video: that a recording runs or the player is paused, notices, the end.</summary>
/// <param name="scale">The video's scale.</param>
/// <param name="fonts">Its letters.</param>
internal sealed class ScreenSigns(Scale scale, Fonts fonts)
{
    private const string PausedWord = "PAUSED";
    private const double Margin = 6;
    private const double Gap = 5;

    private readonly StateBadges badges = new(scale, fonts);
    private readonly RecordingMark recording = new(scale, fonts);
    private readonly Badge paused = new(new Colour(214, 220, 228), scale, fonts);
    private readonly EndNotice end = new(scale, fonts);
    private readonly Toast toast = new(scale, fonts);

    /// <summary>Draws them onto the video.</summary>
    public void Draw(Canvas video, in Moment moment, in PlayerState state)
    {
        if (state.Recording || state.Paused) DrawAtTheRight(video, moment, state);
        if (state.Ended) end.Draw(video, moment, state.Overlays);
    }

    /// <summary>Draws what there is to tell the user, also over the help.</summary>
    public void DrawNotice(Canvas video, in PlayerState state)
    {
        if (state.Notice is { } notice) toast.Draw(video, notice);
    }

    // One beneath the other; where the run's own badges reach as far to the right, beneath them.
    private void DrawAtTheRight(Canvas video, in Moment moment, in PlayerState state)
    {
        var right = video.Width - scale.Pixels(Margin);
        var width = Math.Max(state.Recording ? recording.Width : 0, state.Paused ? paused.WidthOf(PausedWord) : 0);
        var isTaken = badges.EndOf(moment, state.Overlays) + scale.Pixels(Gap) > right - width;
        var row = isTaken ? 1 : 0;
        if (state.Recording) recording.DrawRight(video, moment.Frame, right, BadgeRows.TopOf(row++, scale));
        if (row == BadgeRows.OfJoinedLap && state.Overlays.Joined is not null) row++;
        if (state.Paused) paused.DrawRight(video, PausedWord, right, BadgeRows.TopOf(row, scale));
    }
}
