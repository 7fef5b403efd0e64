using Analyzer.Laps;
using Analyzer.Logs;

namespace Analyzer.Reports.Geometry;

/// <summary>A lap resampled at evenly spaced progress from 0 to 100 percent: place, heading, speed and time, linear between rows.</summary>
internal sealed class LapGrid
{
    /// <summary>Takes a completed lap.</summary>
    /// <param name="times">Its run.</param>
    /// <param name="lap">The lap.</param>
    /// <param name="intervals">Into how many equal parts of progress it is cut.</param>
    public LapGrid(LapTimes times, Lap lap, int intervals)
    {
        (Lap, Intervals) = (lap, intervals);
        (X, Y, YawDegrees, Speed, Seconds) = (
            new double[intervals + 1], new double[intervals + 1], new double[intervals + 1], new double[intervals + 1],
            new double[intervals + 1]);
        IsDriven = new bool[intervals + 1];
        var row = lap.FirstRow;
        for (var i = 0; i <= intervals; i++)
        {
            var percent = PercentAt(i);
            while (row < lap.LastRow && !(times.ProgressAt(row) >= percent)) row++;
            Seconds[i] = i == 0 ? 0 : i == intervals ? times.SecondsOf(lap) : SecondsAt(times, row, percent);
            Place(times.Trace, i, row, percent);
        }
    }

    /// <summary>The lap.</summary>
    public Lap Lap { get; }

    /// <summary>Into how many equal parts of progress it is cut.</summary>
    public int Intervals { get; }

    /// <summary>Metres.</summary>
    public double[] X { get; }

    /// <summary>Metres.</summary>
    public double[] Y { get; }

    /// <summary>Heading, degrees, unbounded.</summary>
    public double[] YawDegrees { get; }

    /// <summary>Displacement speed, metres a second.</summary>
    public double[] Speed { get; }

    /// <summary>Since the lap's official start; its official time at the end.</summary>
    public double[] Seconds { get; }

    /// <summary>Whether the car drove there, rather than being put there or standing off the track.</summary>
    public bool[] IsDriven { get; }

    /// <summary>The progress at a place of the grid, percent.</summary>
    public double PercentAt(int place) => place * 100.0 / Intervals;

    // As LapTimes.FirstReached, where the row is known.
    private double SecondsAt(LapTimes times, int row, double percent)
    {
        if (row == Lap.FirstRow || double.IsNegativeInfinity(times.ProgressAt(row - 1))) return times.SecondsAt(row);
        var share = (percent - times.ProgressAt(row - 1)) / (times.ProgressAt(row) - times.ProgressAt(row - 1));
        return times.SecondsAt(row - 1) + (share * (times.SecondsAt(row) - times.SecondsAt(row - 1)));
    }

    private void Place(SimTrace trace, int i, int row, double percent)
    {
        var to = trace.Rows[row];
        var from = row > Lap.FirstRow ? trace.Rows[row - 1] : to;
        var advance = to.ProgressPercent - from.ProgressPercent;
        var share = advance > 0 ? Math.Clamp((percent - from.ProgressPercent) / advance, 0, 1) : 1;
        X[i] = from.X + (share * (to.X - from.X));
        Y[i] = from.Y + (share * (to.Y - from.Y));
        YawDegrees[i] = from.YawDegrees + (share * Turn(from.YawDegrees, to.YawDegrees));
        Speed[i] = from.DisplacementSpeedMetresPerSecond
            + (share * (to.DisplacementSpeedMetresPerSecond - from.DisplacementSpeedMetresPerSecond));
        IsDriven[i] = row > Lap.FirstRow && to.IsDrivenFrom(from) && from.Status == EpisodeStatus.InProgress;
    }

    /// <summary>Degrees from one heading to another, the short way round: -180 to 180, positive to the left.</summary>
    public static double Turn(double from, double to) => Math.IEEERemainder(to - from, 360);
}
