using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Platform;

namespace Analyzer.Sessions;

/// <summary>The best lap on a run's track among other runs, which the run is compared with.</summary>
internal static class ReferenceRun
{
    /// <summary>The option that names them.</summary>
    public const string Option = "--against";

    /// <summary>The best lap on the run's track among the other runs; says whose it is.</summary>
    /// <param name="trace">The run that is to be compared.</param>
    /// <param name="paths">Where the other runs lie; null to compare the run with itself.</param>
    /// <param name="terminal">Where remarks go.</param>
    /// <returns>Null where none were named.</returns>
    /// <exception cref="RunException">There is no log, no completed lap in any, or all are of another track.</exception>
    public static ReferenceLap? Find(SimTrace trace, IReadOnlyList<string>? paths, Terminal terminal)
    {
        if (paths is null) return null;
        var (own, given) = (new LapTimes(trace), string.Join(' ', paths));
        var library = LibraryOf(paths);
        var ownLog = Path.GetFullPath(trace.Path);
        var others = library.Runs.Where(run => run.Logs.All(log => Path.GetFullPath(log) != ownLog)).ToList();
        if (others.Count == 0)
            throw new RunException($"{Option} {given}: there is no other run's log there; name the folder or the archive of its logs.");
        var laps = others.Select(run => BestLapOf(run, library)).OfType<ReferenceLap>().ToList();
        if (laps.Count == 0)
            throw new RunException($"{Option} {given}: no lap was completed there, so there is none to compare with; name another run.");
        var best = laps.Where(lap => SameTrack.DifferenceOf(lap, own) is null).MinBy(lap => lap.Seconds)
            ?? throw new RunException($"{Option} {given}: {SameTrack.DifferenceOf(laps[^1], own)}; name a run on the same track.");
        var start = best.Run.Source == LapStartSource.Estimated ? ", its start estimated" : "";
        var among = laps.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", the best of {laps.Count} runs") : "";
        terminal.Remark(string.Create(
            CultureInfo.InvariantCulture,
            $"Compared with lap {best.Lap.Number} ({best.Seconds:0.000} s{start}) of {best.Run.Trace.Path}{among}."));
        return best;
    }

    private static RunLibrary LibraryOf(IReadOnlyList<string> paths)
    {
        try
        {
            return new RunLibrary(paths);
        }
        catch (RunException error)
        {
            throw new RunException($"{Option} {error.Message}", error);
        }
    }

    private static ReferenceLap? BestLapOf(FoundRun run, RunLibrary library)
    {
        if (run.Trace is not { } trace) return null;
        var times = new LapTimes(OfficialTimes.Of(trace, library.MetricsOf(run), timeline: null));
        return times.Best is { } best ? new ReferenceLap(times, best)
        {
            RunName = NameOf(run, library),
            Files = library.FilesOf(run, library.Videos.Of(run)),
        }
        : null;
    }

    /// <summary>What the user calls a run: the folder they gave where it is the only one in it.</summary>
    private static string NameOf(FoundRun run, RunLibrary library) => library.Runs.Length == 1
        ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(library.Tree.Paths[0])))
        : run.Title;
}
