using Analyzer.Logs;

namespace Analyzer.Laps;

/// <summary>A lap to compare others with.</summary>
/// <param name="Run">The times of the run it is from, which may be another run than the one shown.</param>
/// <param name="Lap">The lap.</param>
internal sealed record ReferenceLap(LapTimes Run, Lap Lap)
{
    /// <summary>What the user calls its run; null for the run shown.</summary>
    public string? RunName { get; init; }

    /// <summary>Where its run lies; null for the run shown.</summary>
    public EvaluationFiles? Files { get; init; }

    /// <summary>Its official time, seconds.</summary>
    public double Seconds => Run.SecondsOf(Lap);

    /// <summary>Whether it is a lap of a run itself.</summary>
    public bool IsItself(LapTimes run, Lap lap) => ReferenceEquals(Run, run) && Lap == lap;

    /// <summary>When it first reached a progress; see <see cref="LapTimes.FirstReached"/>.</summary>
    public double FirstReached(double percent) => Run.FirstReached(Lap, percent);

    /// <summary>
    /// Where its car was, metres, at a time since its official start: at its first row before that row's time, at its last row from the
    /// lap's end on. Linear between rows, but where the car was put back on the track it stays until then.
    /// </summary>
    public (double X, double Y) PlaceAt(double seconds)
    {
        var rows = Run.Trace.Rows;
        var after = Run.FirstRowAfter(Lap, seconds);
        var from = rows[Math.Max(Lap.FirstRow, after - 1)];
        if (after == Lap.FirstRow || after > Lap.LastRow || !rows[after].IsDrivenFrom(from)) return (from.X, from.Y);
        var (start, end) = (Run.SecondsAt(from.Index), Run.SecondsAt(after));
        var share = (seconds - start) / (end - start);
        return (from.X + (share * (rows[after].X - from.X)), from.Y + (share * (rows[after].Y - from.Y)));
    }
}
