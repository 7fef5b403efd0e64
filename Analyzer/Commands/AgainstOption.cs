using System.CommandLine;
using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Commands;

/// <summary>The option that names another run to compare laps with.</summary>
public sealed class AgainstOption
{
    private const string Name = "--against";

    private readonly Option<string?> folder = new(Name)
    {
        Description = "Another run on the same track: compare laps with the best one of its newest evaluation.",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(folder);

    /// <summary>
    /// A run's laps, ready to be compared with each other and with the run that the user named; says which lap of it was taken.
    /// </summary>
    /// <exception cref="RunException">There is no log, no completed lap in it, or it is of another track.</exception>
    public LapComparisons Compare(ParseResult line, SimTrace trace, Terminal terminal)
    {
        if (line.GetValue(folder) is not { } other) return new LapComparisons(trace);
        var best = BestLapIn(other);
        var laps = new LapComparisons(trace, best);
        if (SameTrack.DifferenceOf(best, laps.Times) is { } difference)
            throw new RunException($"{Name} {other}: {difference}; name a run on the same track.");
        terminal.Remark(string.Create(
            CultureInfo.InvariantCulture, $"Compared with lap {best.Lap.Number} ({best.Seconds:0.000} s) of {best.Run.Trace.Path}."));
        return laps;
    }

    private static ReferenceLap BestLapIn(string folder)
    {
        if (File.Exists(folder)) throw new RunException($"{Name} {folder}: this is a file; give the folder that it is in.");
        if (!Directory.Exists(folder)) throw new RunException($"{Name} {folder}: there is no such folder; give the other model's folder.");
        if (ModelFolder.Find(folder) is not [.., var newest])
            throw new RunException($"{Name} {folder}: no sim-trace log (CSV) in this folder; unpack the evaluation's logs there.");
        var times = new LapTimes(SimTraceReader.Read(newest.LogPath));
        return times.Best is { } best
            ? new ReferenceLap(times, best) { RunName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) }
            : throw new RunException(
                $"{Name} {folder}: no lap was completed in {newest.LogPath}, so there is none to compare with; name another run.");
    }
}
