using Analyzer.Logs;

namespace Analyzer.Laps;

/// <summary>
/// Delta time, the time against another lap at equal progress: a row's lap time less the time at which the other lap first reached the
/// row's progress. Seconds, positive behind, negative ahead. While the car stands it grows, for the other lap once drove on from there.
/// </summary>
internal static class LapDelta
{
    /// <summary>A value a row of a run; NaN where the other lap never came so far, or there is none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="referenceOf">The lap that a lap is compared with; null for none.</param>
    public static double[] Of(LapTimes run, Func<Lap, ReferenceLap?> referenceOf)
    {
        var deltas = new double[run.Trace.Rows.Length];
        foreach (var lap in run.Trace.Laps)
        {
            var reference = referenceOf(lap);
            for (var row = lap.FirstRow; row <= lap.LastRow; row++)
            {
                var percent = run.ProgressAt(row);
                deltas[row] = reference is null || !double.IsFinite(percent)
                    ? double.NaN
                    : run.SecondsAt(row) - reference.FirstReached(percent);
            }
        }

        return deltas;
    }
}
