using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Sync;

namespace Analyzer.Overlays;

/// <summary>One evaluation, ready to be shown: its log locked to its video, and what is computed from it.</summary>
/// <param name="Timeline">Frames and rows.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
public sealed record Evaluation(Timeline Timeline, ActionSpace ActionSpace)
{
    /// <summary>The reward components.</summary>
    public RewardState Rewards { get; init; } = RewardState.None;
}
