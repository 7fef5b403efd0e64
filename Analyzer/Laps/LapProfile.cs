namespace Analyzer.Laps;

/// <summary>A lap's speed and time sampled at equal steps of progress, from start to end; NaN where the lap did not come so far.</summary>
internal sealed class LapProfile
{
    private LapProfile(double[] speeds, double[] seconds) => (Speeds, Seconds) = (speeds, seconds);

    /// <summary>Speeds driven, metres a second, averaged over three steps: a single step's jitters.</summary>
    public double[] Speeds { get; }

    /// <summary>Seconds since the lap's start.</summary>
    public double[] Seconds { get; }

    /// <summary>Measures a lap.</summary>
    /// <param name="lap">The lap.</param>
    /// <param name="places">How many values, at least 2.</param>
    public static LapProfile Of(ReferenceLap lap, int places) => new(
        SpeedsOf(lap, places), [.. Enumerable.Range(0, places).Select(place => lap.FirstReached(PercentAt(place, places)))]);

    private static double PercentAt(int place, int places) => 100.0 * place / (places - 1);

    private static double[] SpeedsOf(ReferenceLap lap, int places)
    {
        var (rows, speeds) = (lap.Run.Trace.Rows, new double[places]);
        Array.Fill(speeds, double.NaN);
        var (percent, speed) = (double.NaN, double.NaN);
        for (var row = lap.Lap.FirstRow + 1; row <= lap.Lap.LastRow; row++)
        {
            if (!rows[row].IsDrivenFrom(rows[row - 1])) continue;
            var (reached, now) = (lap.Run.ProgressAt(row), Mean(lap, row));
            if (reached <= percent || !double.IsFinite(reached)) continue;
            if (double.IsNaN(percent)) (percent, speed) = (reached, now);
            var first = Math.Max(0, (int)Math.Ceiling(percent / 100 * (places - 1)));
            for (var place = first; place < places && PercentAt(place, places) <= reached; place++)
            {
                var share = reached > percent ? (PercentAt(place, places) - percent) / (reached - percent) : 1;
                speeds[place] = speed + ((now - speed) * share);
            }

            (percent, speed) = (reached, now);
        }

        return speeds;
    }

    private static double Mean(ReferenceLap lap, int row)
    {
        var rows = lap.Run.Trace.Rows;
        var (sum, count) = (0.0, 0);
        for (var near = Math.Max(lap.Lap.FirstRow + 1, row - 1); near <= Math.Min(lap.Lap.LastRow, row + 1); near++)
        {
            if (!rows[near].IsDrivenFrom(rows[near - 1])) continue;
            sum += rows[near].DisplacementSpeedMetresPerSecond;
            count++;
        }

        return sum / count;
    }
}
