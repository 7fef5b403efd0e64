using System.Collections.Immutable;

namespace Analyzer.Logs;

/// <summary>What belongs to one evaluation.</summary>
/// <param name="Number">From 1, oldest first; 0 for a log given by its path that is not among the folder's evaluations.</param>
/// <param name="Name">The part of the log's path that tells it from the others.</param>
/// <param name="LogPath">The sim-trace CSV.</param>
/// <param name="VideoPath">The video; null where there is none.</param>
/// <param name="MetricsPath">The simulator's own lap times, JSON; null where none fit the log.</param>
/// <param name="ActionSpacePath">The <c>model_metadata.json</c> nearest to the log; null where there is none.</param>
public sealed record EvaluationFiles(
    int Number, string Name, string LogPath, string? VideoPath, string? MetricsPath, string? ActionSpacePath);

/// <summary>The evaluation to analyse.</summary>
/// <param name="Files">What belongs to it.</param>
/// <param name="Remarks">Sentences for the user: what was chosen among which candidates, and how to choose another.</param>
public sealed record RunChoice(EvaluationFiles Files, ImmutableArray<string> Remarks);
