namespace Analyzer.Logs.Discovery;

/// <summary>Which run the user means.</summary>
/// <param name="Paths">Folders, archives, logs and videos.</param>
/// <param name="Log">A log, seen from the current folder or from the first path; null to find one.</param>
/// <param name="Video">A video, likewise.</param>
/// <param name="Evaluation">The run's number as <c>runs</c> lists it; null to choose. Only without <paramref name="Log"/>.</param>
/// <param name="IsVideoNeeded">Whether to fail where there is no video.</param>
internal sealed record RunRequest(IReadOnlyList<string> Paths, string? Log, string? Video, int? Evaluation, bool IsVideoNeeded);
