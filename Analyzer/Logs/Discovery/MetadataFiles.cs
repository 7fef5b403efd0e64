using System.Collections.Immutable;
using Analyzer.Logs.Sources;
using Analyzer.Platform;

namespace Analyzer.Logs.Discovery;

/// <summary>
/// Which <c>model_metadata.json</c> is a run's: the nearest in which its log's actions lie, but none out of a folder that holds another
/// run's log, for that is another model's.
/// </summary>
/// <param name="tree">The files.</param>
/// <param name="runs">All runs.</param>
internal sealed class MetadataFiles(SourceTree tree, ImmutableArray<FoundRun> runs)
{
    /// <summary>The file; where the log's actions are in none, the nearest; null without any.</summary>
    public string? Of(FoundRun run)
    {
        var candidates = tree.ActionSpaces
            .Where(path => IsOfJob(run, path) || !IsAnothers(run, path))
            .OrderByDescending(path => IsOfJob(run, path))
            .ThenBy(path => PathNames.Distance(run.Logs[0], path))
            .ToList();
        return candidates.Count <= 1 || run.Trace is not { } trace
            ? candidates.FirstOrDefault()
            : candidates.Find(path => Fits(path, trace)) ?? candidates[0];
    }

    private bool IsOfJob(FoundRun run, string path) => run.Job is { } job && PathNames.Job(tree.NameOf(path)) == job;

    private bool IsAnothers(FoundRun run, string path) =>
        PathNames.Branch(run.Logs[0], path) is { } branch
        && runs.Any(other => other != run && other.Logs.Any(log => PathNames.IsBelow(branch, log)));

    private static bool Fits(string path, SimTrace trace)
    {
        try
        {
            return ActionSpaceFit.DifferenceOf(ActionSpace.FromMetadata(path), trace) is null;
        }
        catch (RunException)
        {
            return false;
        }
    }
}
