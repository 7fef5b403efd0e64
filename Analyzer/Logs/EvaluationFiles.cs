using System.Collections.Immutable;
using Analyzer.Logs.Sources;

namespace Analyzer.Logs;

/// <summary>The files of one run: log, video, metrics, action space. A path may lie in an archive: <c>archive!entry</c>.</summary>
/// <param name="Number">From 1, evaluations first, oldest first; 0 for a log given by its path that is not among those found.</param>
/// <param name="Name">The part of the log's path that tells it from the others.</param>
/// <param name="LogPath">The log; of several files, the first.</param>
/// <param name="VideoPath">The video; null where there is none.</param>
/// <param name="MetricsPath">The simulator's own lap times, JSON; null where none fit the log.</param>
/// <param name="ActionSpacePath">
/// The <c>model_metadata.json</c> nearest to the log, of those in which the log's actions lie if there is one; null without any.
/// </param>
internal sealed record EvaluationFiles(
    int Number, string Name, string LogPath, string? VideoPath, string? MetricsPath, string? ActionSpacePath)
{
    /// <summary>What it was driven for.</summary>
    public RunKind Kind { get; init; }

    /// <summary>All files of the log: the iterations of a training, or files of a lap each, are several.</summary>
    public ImmutableArray<string> LogPaths { get; init; } = [LogPath];

    /// <summary>The job's name; null where the names do not tell.</summary>
    public string? Job { get; init; }

    /// <summary>When it was driven, UTC; null where neither names nor log tell.</summary>
    public DateTime? When { get; init; }

    /// <summary>The track's name in the simulator; null where no log of it is there.</summary>
    public string? WorldName { get; init; }

    /// <summary>Whether the log is a single file outside of archives, in which a column can be put where it is a table.</summary>
    public bool IsLogWritable =>
        LogPaths.Length == 1 && File.Exists(LogPath) && LogPath.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The run that was chosen to be analysed.</summary>
/// <param name="Files">What belongs to it.</param>
/// <param name="Trace">Its log.</param>
/// <param name="Remarks">Sentences for the user: what was chosen among which candidates, and how to choose another.</param>
internal sealed record RunChoice(EvaluationFiles Files, SimTrace Trace, ImmutableArray<string> Remarks)
{
    /// <summary>
    /// Whether the user's words leave several runs to choose from, so that the same words may choose another the next time.
    /// </summary>
    public bool IsOneOfSeveral { get; init; }
}
