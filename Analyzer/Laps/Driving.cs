using Analyzer.Logs;

namespace Analyzer.Laps;

/// <summary>Tells the rows in which the car drove from those in which it waited or the simulator moved it, and finds mishaps.</summary>
internal static class Driving
{
    /// <summary>
    /// Above this speed the simulator moved the car, whatever the log calls it: DeepRacer's fastest action is 4 m/s (5 at most).
    /// </summary>
    private const double MaxMetresPerSecond = 9;

    /// <summary>
    /// Whether the car drove from one row of a lap to the next, so that a line between the two is its path. After a reset it is put back
    /// on the track, and in a pause it waits.
    /// </summary>
    /// <param name="row">The later row.</param>
    /// <param name="before">The row before it in the log.</param>
    public static bool IsDrivenFrom(this SimTraceRow row, SimTraceRow before) =>
        row.Episode == before.Episode
        && !before.Status.IsReset()
        && row.Status is not (EpisodeStatus.Pause or EpisodeStatus.Park)
        && double.IsFinite(row.X + row.Y + before.X + before.Y)
        && row.DisplacementSpeedMetresPerSecond <= MaxMetresPerSecond;

    /// <summary>Whether a row begins a mishap: an off-track, a crash or another reset; the log may repeat it in the rows after.</summary>
    public static bool BeginsMishap(this SimTrace trace, int row) =>
        trace.Rows[row].Status.IsReset() && (row == 0 || trace.Rows[row - 1].Status != trace.Rows[row].Status);
}
