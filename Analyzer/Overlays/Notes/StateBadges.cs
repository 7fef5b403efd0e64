using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;

namespace Analyzer.Overlays.Notes;

/// <summary>
/// The badges at the top edge: a mishap and the pause after it, a lap's time when it has ended, the countdown to the start.
/// </summary>
internal sealed class StateBadges(Scale scale, Fonts fonts) : IOverlay
{
    private const double Left = 388;
    private const double Gap = 5;

    /// <summary>How long a badge stays after what it says, milliseconds of simulated time.</summary>
    private const int StayMilliseconds = 1000;

    private const int LapStayMilliseconds = 2500;

    private readonly Badge alert = new(Theme.AlertRed, scale, fonts);
    private readonly Badge wait = new(Theme.WaitAmber, scale, fonts);
    private readonly Badge good = new(Theme.AheadGreen, scale, fonts);
    private readonly Badge plain = new(new Colour(214, 220, 228), scale, fonts);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings) => Draw(canvas, moment);

    /// <summary>The column at which they end, pixels; 0 where there are none.</summary>
    public int EndOf(in Moment moment, OverlaySettings settings) => settings.ShowNotes ? Draw(Canvas.Empty, moment) : 0;

    // Gives where they end.
    private int Draw(Canvas canvas, in Moment moment)
    {
        var (left, top) = (scale.Pixels(Left), BadgeRows.TopOf(0, scale));
        var timeline = moment.Evaluation.Timeline;
        if (moment.Row is not { } row)
        {
            if (moment.Frame < timeline.FirstFrame)
            {
                NoteText until = $"STARTS IN {(timeline.FirstFrame - moment.Frame) / timeline.FramesPerSecond:0.0} s";
                return left + plain.Draw(canvas, until, left, top);
            }

            return LapTime(canvas, moment.Evaluation.Laps.Times, moment.Lap, left, top);
        }

        var trace = timeline.Trace;
        var end = 0;
        if (LastReset(trace, row.Index) is { } reset)
        {
            end = left + alert.Draw(canvas, MishapMarks.BadgeOf(trace.Rows[reset].Status), left, top);
            left = end + scale.Pixels(Gap);
        }

        if (row.Status == EpisodeStatus.Pause) return left + wait.Draw(canvas, $"PAUSE {row.PauseSecondsLeft:0.0} s", left, top);
        if (PausedLately(trace, row.Index)) return left + plain.Draw(canvas, "RESET", left, top);
        return LapEnded(moment, row) is { } lap ? Math.Max(end, LapTime(canvas, moment.Evaluation.Laps.Times, lap, left, top)) : end;
    }

    private int LapTime(Canvas canvas, LapTimes times, Lap lap, int left, int top) => times.IsCompleted(lap)
        ? left + (lap == times.Best ? good : plain).Draw(canvas, $"LAP {times.SecondsOf(lap):0.000}", left, top)
        : 0;

    // The mishap of this row or of those shortly before it.
    private static int? LastReset(SimTrace trace, int row)
    {
        for (var earlier = row; earlier >= 0 && IsWithin(trace, earlier, row, StayMilliseconds); earlier--)
            if (trace.Rows[earlier].Status.IsReset()) return earlier;

        return null;
    }

    private static bool PausedLately(SimTrace trace, int row)
    {
        for (var earlier = row - 1; earlier >= 0 && IsWithin(trace, earlier, row, StayMilliseconds); earlier--)
            if (trace.Rows[earlier].Status == EpisodeStatus.Pause) return true;

        return false;
    }

    private static bool IsWithin(SimTrace trace, int earlier, int row, int milliseconds) =>
        trace.Rows[earlier].Episode == trace.Rows[row].Episode
        && trace.Rows[row].TimestampMilliseconds - trace.Rows[earlier].TimestampMilliseconds < milliseconds;

    private static Lap? LapEnded(in Moment moment, SimTraceRow row)
    {
        var (trace, lap) = (moment.Evaluation.Timeline.Trace, moment.Lap);
        if (row.Index == lap.LastRow) return lap;
        var since = row.TimestampMilliseconds - trace.Rows[lap.FirstRow].TimestampMilliseconds;
        return lap.Number > 1 && since < LapStayMilliseconds ? trace.Laps[lap.Number - 2] : null;
    }
}
