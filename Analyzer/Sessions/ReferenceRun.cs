using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Sessions;

/// <summary>Another run on the same track, whose best lap a run is compared with.</summary>
internal static class ReferenceRun
{
    /// <summary>The option that names it.</summary>
    public const string Option = "--against";

    /// <summary>A run's laps, ready to be compared with each other and with the other run; says which lap of that was taken.</summary>
    /// <param name="trace">The run.</param>
    /// <param name="folder">The other run, as the user named it; null to compare the run with itself.</param>
    /// <param name="terminal">Where remarks go.</param>
    /// <exception cref="RunException">There is no log, no completed lap in it, or it is of another track.</exception>
    public static LapComparisons Compare(SimTrace trace, string? folder, Terminal terminal)
    {
        if (folder is null) return new LapComparisons(trace);
        var best = BestLapIn(folder);
        var laps = new LapComparisons(trace, best);
        if (SameTrack.DifferenceOf(best, laps.Times) is { } difference)
            throw new RunException($"{Option} {folder}: {difference}; name a run on the same track.");
        terminal.Remark(string.Create(
            CultureInfo.InvariantCulture, $"Compared with lap {best.Lap.Number} ({best.Seconds:0.000} s) of {best.Run.Trace.Path}."));
        return laps;
    }

    private static ReferenceLap BestLapIn(string folder)
    {
        if (File.Exists(folder)) throw new RunException($"{Option} {folder}: this is a file; give the folder that it is in.");
        if (!Directory.Exists(folder)) throw new RunException($"{Option} {folder}: there is no such folder; give the other model's folder.");
        if (ModelFolder.Find(folder) is not [.., var newest])
            throw new RunException($"{Option} {folder}: no sim-trace log (CSV) in this folder; unpack the evaluation's logs there.");
        var times = new LapTimes(SimTraceReader.Read(newest.LogPath));
        return times.Best is { } best
            ? new ReferenceLap(times, best) { RunName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) }
            : throw new RunException(
                $"{Option} {folder}: no lap was completed in {newest.LogPath}, so there is none to compare with; name another run.");
    }
}
