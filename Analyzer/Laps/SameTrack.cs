using Analyzer.Logs;

namespace Analyzer.Laps;

/// <summary>Whether two runs can be compared at equal progress: on one track, in one direction, from one start.</summary>
internal static class SameTrack
{
    private const double LengthTolerance = 0.01;

    // DeepRacer's tracks are about a metre wide; at equal progress two cars on one track are less than that apart.
    private const double MaxMetresApart = 2;

    /// <summary>
    /// What tells a lap's track from a run's, as the rest of a sentence that begins with the other run; null where nothing does.
    /// </summary>
    public static string? DifferenceOf(ReferenceLap other, LapTimes run)
    {
        var (length, otherLength) = (LengthOf(run.Trace), LengthOf(other.Run.Trace));
        if (Math.Abs(length - otherLength) > length * LengthTolerance)
            return FormattableString.Invariant($"drove a track of {otherLength:0.0} m, this run one of {length:0.0} m");
        var apart = MetresApart(other, run);
        return apart > MaxMetresApart
            ? FormattableString.Invariant($"drove another track, direction or start: at equal progress the cars are {apart:0.0} m apart")
            : null;
    }

    private static double LengthOf(SimTrace trace) => trace.Rows[0].TrackLengthMetres;

    // The median over all rows; 0 where no row can be compared.
    private static double MetresApart(ReferenceLap other, LapTimes run)
    {
        var distances = run.Trace.Rows
            .Select(row => Distance(row, other, run.ProgressAt(row.Index)))
            .Where(double.IsFinite)
            .Order()
            .ToArray();
        return distances.Length == 0 ? 0 : distances[distances.Length / 2];
    }

    private static double Distance(SimTraceRow row, ReferenceLap other, double percent)
    {
        var seconds = other.FirstReached(percent);
        if (double.IsNaN(seconds)) return double.NaN;
        var (x, y) = other.PlaceAt(seconds);
        return double.Hypot(row.X - x, row.Y - y);
    }
}
