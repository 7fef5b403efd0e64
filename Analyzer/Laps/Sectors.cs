using Analyzer.Logs;

namespace Analyzer.Laps;

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

    // A lap begins with its official start, wherever its first row is.
    private static double End(LapTimes run, Lap lap, int number) => number == 0 ? 0 : run.FirstReached(lap, number * Percent);
}
