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

    /// <summary>The other run's best lap; says which lap was taken.</summary>
    /// <param name="trace">The run that is to be compared.</param>
    /// <param name="folder">The other run, as the user named it; null to compare the run with itself.</param>
    /// <param name="terminal">Where remarks go.</param>
    /// <returns>Null where none was named.</returns>
    /// <exception cref="RunException">There is no log, no completed lap in it, or it is of another track.</exception>
    public static ReferenceLap? Find(SimTrace trace, string? folder, Terminal terminal)
    {
        if (folder is null) return null;
        var best = BestLapIn(folder);
        if (SameTrack.DifferenceOf(best, new LapTimes(trace)) is { } difference)
            throw new RunException($"{Option} {folder}: {difference}; name a run on the same track.");
        var start = best.Run.Source == LapStartSource.Estimated ? ", its start estimated" : "";
        terminal.Remark(string.Create(
            CultureInfo.InvariantCulture, $"Compared with lap {best.Lap.Number} ({best.Seconds:0.000} s{start}) of {best.Run.Trace.Path}."));
        return best;
    }

    private static ReferenceLap BestLapIn(string folder)
    {
        if (File.Exists(folder)) throw new RunException($"{Option} {folder}: this is a file; give the folder that it is in.");
        if (!Directory.Exists(folder)) throw new RunException($"{Option} {folder}: there is no such folder; give the other model's folder.");
        if (ModelFolder.Find(folder) is not [.., var newest])
            throw new RunException($"{Option} {folder}: no sim-trace log (CSV) in this folder; unpack the evaluation's logs there.");
        var metrics = newest.MetricsPath is { } path ? EvaluationMetrics.Read(path) : null;
        var times = new LapTimes(OfficialTimes.Of(SimTraceReader.Read(newest.LogPath), metrics, timeline: null));
        return times.Best is { } best
            ? new ReferenceLap(times, best) { RunName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) }
            : throw new RunException(
                $"{Option} {folder}: no lap was completed in {newest.LogPath}, so there is none to compare with; name another run.");
    }
}
