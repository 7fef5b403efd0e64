using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>One evaluation, ready to be shown: its log locked to its video.</summary>
/// <param name="Timeline">Frames and rows.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
public sealed record Evaluation(Timeline Timeline, ActionSpace ActionSpace);
