namespace Analyzer.Sessions;

/// <summary>Which run a command is about.</summary>
/// <param name="Model">The model folder.</param>
/// <param name="Log">The sim-trace to take, or null to find it.</param>
/// <param name="Video">The video to take, or null to find it.</param>
/// <param name="Evaluation">The evaluation's number as <c>runs</c> lists it, or null for the newest.</param>
/// <param name="KeepLog">Leave the log as it is.</param>
internal sealed record RunSelection(string Model, string? Log, string? Video, int? Evaluation, bool KeepLog);
