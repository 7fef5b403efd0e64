using Analyzer.Logs;

namespace Analyzer.Laps;

/// <summary>A sector's time against the same sector of another lap.</summary>
/// <param name="Number">From 1, in the direction of driving.</param>
/// <param name="DeltaSeconds">Positive where it took longer than the other lap's.</param>
internal readonly record struct SectorDelta(int Number, double DeltaSeconds);

/// <summary>A lap in ten equal parts of progress, as a lap timer has them; their times add up to the lap's.</summary>
internal static class Sectors
{
    /// <summary>Sectors in a lap.</summary>
    public const int Count = 10;

    private const double Percent = 100.0 / Count;

    /// <summary>A sector's time; NaN where the lap did not come to its end.</summary>
    /// <param name="run">The lap's run.</param>
    /// <param name="lap">The lap.</param>
    /// <param name="number">From 1 to <see cref="Count"/>.</param>
    public static double Seconds(LapTimes run, Lap lap, int number) => End(run, lap, number) - End(run, lap, number - 1);

    /// <summary>
    /// The sector that ended last before a row, in its lap or as the last one of the lap before; null where that is longer ago than
    /// <paramref name="secondsAgo"/>, or where there is no other lap or it did not come so far.
    /// </summary>
    /// <param name="laps">The run and what its laps are compared with.</param>
    /// <param name="comparison">Which lap to compare with.</param>
    /// <param name="row">Index of the row in the picture.</param>
    /// <param name="secondsAgo">How long a sector that ended is of interest, seconds of simulated time.</param>
    public static SectorDelta? LastEnded(LapComparisons laps, LapComparison comparison, int row, double secondsAgo)
    {
        var (run, trace) = (laps.Times, laps.Times.Trace);
        var lap = trace.LapOf(row);
        var sector = run.ProgressAt(row) >= Percent ? (int)(run.ProgressAt(row) / Percent) : 0;
        if (sector == 0)
        {
            if (lap.Number == 1) return null;
            lap = trace.Laps[lap.Number - 2];
            if (!run.IsCompleted(lap)) return null;
            sector = Count;
        }

        if (run.SecondsSinceStart(lap, row) - End(run, lap, sector) > secondsAgo) return null;
        if (laps.ReferenceOf(comparison, lap) is not { } other || other.IsItself(run, lap)) return null;
        var delta = Seconds(run, lap, sector) - Seconds(other.Run, other.Lap, sector);
        return double.IsNaN(delta) ? null : new SectorDelta(sector, delta);
    }

    // A lap begins with its official start, wherever its first row is.
    private static double End(LapTimes run, Lap lap, int number) => number == 0 ? 0 : run.FirstReached(lap, number * Percent);
}
