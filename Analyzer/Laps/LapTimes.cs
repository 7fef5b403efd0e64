using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Laps;

/// <summary>
/// Progress and lap time in each row. Progress is its running maximum within the lap, so that a reset or a turn back never takes away
/// what has been driven; it ends at 100 percent, where a lap does.
/// </summary>
internal sealed class LapTimes
{
    private const double WholeLap = 100;

    private readonly OfficialTimes official;
    private readonly double[] seconds;
    private readonly double[] progress;
    private readonly bool[] isTimed;

    /// <summary>Takes the times of a log alone: lap starts are estimated.</summary>
    public LapTimes(SimTrace trace) : this(OfficialTimes.Of(trace, metrics: null, timeline: null))
    {
    }

    /// <summary>Takes the times of a log whose laps' starts are known.</summary>
    public LapTimes(OfficialTimes official)
    {
        this.official = official;
        seconds = new double[Trace.Rows.Length];
        progress = new double[Trace.Rows.Length];
        isTimed = [.. Trace.Laps.Select(lap => OfficialOf(lap).ElapsedMilliseconds >= 0 && Trace.HasStart(lap) && IsInOrder(lap))];
        foreach (var lap in Trace.Laps) Measure(lap);
        Best = Trace.Laps.Where(IsCompleted).MinBy(SecondsOf);
    }

    /// <summary>The log.</summary>
    public SimTrace Trace => official.Trace;

    /// <summary>What the laps' starts are known from; where laps differ, the least sure.</summary>
    public LapStartSource Source => official.Source;

    /// <summary>The completed lap with the least official time, the first of several; null where none was completed.</summary>
    public Lap? Best { get; }

    /// <summary>
    /// Seconds of simulated time since the official start of a row's lap, up to the lap's official time in its last row: the column
    /// <c>lap_time</c> of the export.
    /// </summary>
    public double SecondsAt(int row) => seconds[row];

    /// <summary>Seconds from a lap's official start to any row, also of a later lap.</summary>
    public double SecondsSinceStart(Lap lap, int row) =>
        (Trace.Rows[row].TimestampMilliseconds - OfficialOf(lap).StartMilliseconds) / 1000.0;

    /// <summary>A lap's first row later than some seconds since its official start; one beyond its last row where there is none.</summary>
    public int FirstRowAfter(Lap lap, double time) =>
        lap.FirstRow + Bisection.UpperBound(seconds.AsSpan(lap.FirstRow..(lap.LastRow + 1)), time);

    /// <summary>
    /// The most progress in a row's lap so far, percent up to 100; negative infinity while the log has had none that is a number.
    /// </summary>
    public double ProgressAt(int row) => progress[row];

    /// <summary>A lap's official time, seconds; of a lap that was broken off, the time until its last row.</summary>
    public double SecondsOf(Lap lap) => OfficialOf(lap).ElapsedMilliseconds / 1000.0;

    /// <summary>A lap's official start and time, and what they are known from.</summary>
    public OfficialLap OfficialOf(Lap lap) => official.Laps[lap.Number - 1];

    /// <summary>
    /// Whether a lap was driven to its end, and its rows tell in what time: a lap within which the log's time steps back, or whose
    /// beginning is not in the log, has none that can be compared. The log's word is not needed for it: in a continuous race it stays
    /// <c>in_progress</c>.
    /// </summary>
    public bool IsCompleted(Lap lap) => progress[lap.LastRow] >= WholeLap && isTimed[lap.Number - 1];

    /// <summary>
    /// When a lap first reached a progress, in seconds since its official start, linear between rows: its first row's time where it
    /// began there or beyond; NaN where it never came so far, or where the log does not tell.
    /// </summary>
    public double FirstReached(Lap lap, double percent)
    {
        var row = FirstRowAt(lap, percent);
        if (row > lap.LastRow || (row == lap.FirstRow && !Trace.HasStart(lap))) return double.NaN;
        if (row == lap.FirstRow || double.IsNegativeInfinity(progress[row - 1])) return seconds[row];
        var share = (percent - progress[row - 1]) / (progress[row] - progress[row - 1]);
        return seconds[row - 1] + (share * (seconds[row] - seconds[row - 1]));
    }

    /// <summary>The first row in which a lap has come to a progress; its last where it never did.</summary>
    public int RowAt(Lap lap, double percent) => Math.Min(FirstRowAt(lap, percent), lap.LastRow);

    // One beyond the lap's last row where none has so much; progress never falls within a lap.
    private int FirstRowAt(Lap lap, double percent) => double.IsNaN(percent)
        ? lap.LastRow + 1
        : lap.FirstRow + Bisection.LowerBound(progress.AsSpan(lap.FirstRow..(lap.LastRow + 1)), percent);

    private bool IsInOrder(Lap lap)
    {
        for (var row = lap.FirstRow; row < lap.LastRow; row++)
            if (Trace.Rows[row + 1].TimestampMilliseconds < Trace.Rows[row].TimestampMilliseconds) return false;

        return true;
    }

    private void Measure(Lap lap)
    {
        var most = double.NegativeInfinity;
        for (var row = lap.FirstRow; row <= lap.LastRow; row++)
        {
            var here = Trace.Rows[row];
            seconds[row] = SecondsSinceStart(lap, row);
            most = Math.Max(most, Driven(here));
            progress[row] = most;
        }

        seconds[lap.LastRow] = SecondsOf(lap);
    }

    private static double Driven(SimTraceRow row) => row switch
    {
        { Status: EpisodeStatus.LapComplete } => WholeLap,
        _ when !double.IsFinite(row.ProgressPercent) => double.NegativeInfinity,
        _ => Math.Min(row.ProgressPercent, WholeLap),
    };
}
