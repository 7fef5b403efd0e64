using System.Collections.Immutable;
using Analyzer.Logs.Sources;

namespace Analyzer.Logs.Discovery;

/// <summary>
/// Which simulator's logs are one run: of copies one is taken, and pieces are put together. An export of a log comes in pages, which a
/// user keeps in files of their own.
/// </summary>
internal static class TextLogs
{
    // A step takes 0.07 s, and between two laps there is one.
    private const long LongestPauseMilliseconds = 1000;

    /// <summary>The runs of logs that are each taken for a run.</summary>
    /// <param name="logs">The logs, of one file each.</param>
    /// <param name="remarks">Is told what was left out or put together.</param>
    public static IEnumerable<FoundRun> RunsOf(IReadOnlyList<FoundRun> logs, List<string> remarks)
    {
        // A log that names another job than all others needs no reading.
        foreach (var together in logs.GroupBy(log => PathNames.Job(log.Name)))
        {
            if (together.Count() == 1)
            {
                yield return together.Single();
                continue;
            }

            var read = together.Where(log => log.Trace is not null).OrderBy(log => log.Name.Length).ToList();
            foreach (var run in Joined(WithoutCopies(read, remarks), remarks).Concat(together.Except(read))) yield return run;
        }
    }

    private static List<FoundRun> WithoutCopies(List<FoundRun> logs, List<string> remarks)
    {
        var kept = new List<FoundRun>();
        foreach (var log in logs)
        {
            if (kept.Find(other => AreSame(other.Trace!.Rows, log.Trace!.Rows)) is { } original)
                remarks.Add($"{log.Logs[0]}: left out, it is a copy of {original.Name}.");
            else
                kept.Add(log);
        }

        return kept;
    }

    private static IEnumerable<FoundRun> Joined(List<FoundRun> logs, List<string> remarks)
    {
        var chains = new List<List<FoundRun>>();
        foreach (var log in logs.OrderBy(log => log.Trace!.Rows[0].TimestampMilliseconds))
        {
            if (chains.Find(pieces => GoesOn(pieces[^1].Trace!.Rows[^1], log.Trace!.Rows[0])) is { } chain) chain.Add(log);
            else chains.Add([log]);
        }

        foreach (var pieces in chains)
        {
            if (pieces is [var first, _, ..])
            {
                remarks.Add($"{PathNames.List(pieces.Select(piece => piece.Name))} are read as one log: each goes on where the last ends.");
                ImmutableArray<string> paths = [.. pieces.Select(piece => piece.Logs[0])];
                yield return new FoundRun(paths, first.Name, first.Kind) { SimulatorLog = first.Logs[0] };
            }
            else
            {
                yield return pieces[0];
            }
        }
    }

    private static bool AreSame(ImmutableArray<SimTraceRow> one, ImmutableArray<SimTraceRow> other) =>
        one.Length == other.Length && one[0] == other[0] && one[^1] == other[^1];

    private static bool GoesOn(SimTraceRow last, SimTraceRow first) =>
        first.TimestampMilliseconds - last.TimestampMilliseconds is > 0 and <= LongestPauseMilliseconds
        && first.TrackLengthMetres.Equals(last.TrackLengthMetres)
        && (SimTrace.IsNextStep(last, first) || (last.Done && first.Episode == last.Episode + 1));
}
