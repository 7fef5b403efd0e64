using Analyzer.Logs;

namespace Analyzer.Laps;

/// <summary>
/// How far the car has come in each lap, and when. Progress counts as its running maximum within the lap, so that a reset, a stop or a
/// look back never takes away what has been driven; it ends at 100 percent, where a lap does.
/// </summary>
public sealed class LapTimes
{
    private const double WholeLap = 100;

    private readonly double[] seconds;
    private readonly double[] progress;

    /// <summary>Takes the times of a log.</summary>
    public LapTimes(SimTrace trace)
    {
        Trace = trace;
        seconds = new double[trace.Rows.Length];
        progress = new double[trace.Rows.Length];
        foreach (var lap in trace.Laps) Measure(lap);
        Best = trace.Laps.Where(IsCompleted).MinBy(SecondsOf);
    }

    /// <summary>The log.</summary>
    public SimTrace Trace { get; }

    /// <summary>The completed lap that took the least time, the first of several; null where none was completed.</summary>
    public Lap? Best { get; }

    /// <summary>Seconds of simulated time since the first row of a row's lap: the column <c>lap_time</c> of the export.</summary>
    public double SecondsAt(int row) => seconds[row];

    /// <summary>
    /// The most progress in a row's lap so far, percent up to 100; negative infinity while the log has had none that is a number.
    /// </summary>
    public double ProgressAt(int row) => progress[row];

    /// <summary>Seconds from a lap's first row to its last.</summary>
    public double SecondsOf(Lap lap) => seconds[lap.LastRow];

    /// <summary>
    /// Whether a lap was driven to its end. The log's word is not needed for it: in a continuous race it stays <c>in_progress</c>.
    /// </summary>
    public bool IsCompleted(Lap lap) => progress[lap.LastRow] >= WholeLap;

    /// <summary>
    /// When a lap first reached a progress, in seconds since its first row, linear between rows: 0 where it began there or beyond;
    /// NaN where it never came so far.
    /// </summary>
    public double FirstReached(Lap lap, double percent)
    {
        var row = FirstRowAt(lap, percent);
        if (row > lap.LastRow) return double.NaN;
        if (row == lap.FirstRow || double.IsNegativeInfinity(progress[row - 1])) return seconds[row];
        var share = (percent - progress[row - 1]) / (progress[row] - progress[row - 1]);
        return seconds[row - 1] + (share * (seconds[row] - seconds[row - 1]));
    }

    // One beyond the lap's last row where none has so much; progress never falls within a lap.
    private int FirstRowAt(Lap lap, double percent)
    {
        if (double.IsNaN(percent)) return lap.LastRow + 1;
        var (low, high) = (lap.FirstRow, lap.LastRow + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (progress[middle] >= percent) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void Measure(Lap lap)
    {
        var most = double.NegativeInfinity;
        for (var row = lap.FirstRow; row <= lap.LastRow; row++)
        {
            var here = Trace.Rows[row];
            seconds[row] = (here.TimestampMilliseconds - Trace.Rows[lap.FirstRow].TimestampMilliseconds) / 1000.0;
            most = Math.Max(most, Driven(here));
            progress[row] = most;
        }
    }

    private static double Driven(SimTraceRow row) => row switch
    {
        { Status: EpisodeStatus.LapComplete } => WholeLap,
        _ when !double.IsFinite(row.ProgressPercent) => double.NegativeInfinity,
        _ => Math.Min(row.ProgressPercent, WholeLap),
    };
}
