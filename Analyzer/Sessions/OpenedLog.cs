using Analyzer.Logs;

namespace Analyzer.Sessions;

/// <summary>A run's log and what comes with it.</summary>
/// <param name="Files">Where they lie.</param>
/// <param name="Trace">The log.</param>
/// <param name="Metrics">The simulator's own lap times; null where there are none.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
internal sealed record OpenedLog(EvaluationFiles Files, SimTrace Trace, EvaluationMetrics? Metrics, ActionSpace ActionSpace)
{
    /// <summary>
    /// The run's number where it was chosen among several, by the user at the terminal or for them; null where their words name it.
    /// </summary>
    public int? ChosenNumber { get; init; }
}
