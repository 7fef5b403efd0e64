namespace Analyzer.Commands;

/// <summary>One line of <c>runs</c>; paths are relative to the model folder.</summary>
/// <param name="Evaluation">What <c>--evaluation</c> takes.</param>
/// <param name="Log">The sim-trace.</param>
/// <param name="Video">Its video, or null.</param>
/// <param name="Metrics">Its metrics, or null.</param>
/// <param name="ActionSpace">Its model_metadata.json, or null.</param>
/// <param name="Laps">Laps in the log.</param>
/// <param name="Rows">Rows in the log.</param>
internal sealed record ListedRun(int Evaluation, string Log, string? Video, string? Metrics, string? ActionSpace, int Laps, int Rows);
