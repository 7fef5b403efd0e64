using Analyzer.Rewards;

namespace Analyzer.Sessions;

/// <summary>A run's reward components, evaluated, and evaluated again when their files are saved.</summary>
/// <param name="sources">Where the components come from.</param>
/// <param name="rows">The run.</param>
/// <param name="function">The user's own reward function; null without one.</param>
/// <param name="table">All components as they were at first.</param>
internal sealed class LoadedRewards(RewardSources sources, RewardRows rows, RewardFunction? function, RewardTable table)
{
    /// <summary>The components as they were at first.</summary>
    public RewardTable Table => table;

    /// <summary>Watches the files of the components and of the function, and evaluates them anew when they are saved.</summary>
    public RewardFileWatcher Watch(TimeProvider time) =>
        new(function is null ? sources.Paths : [.. sources.Paths, function.Path], table, Evaluate, time);

    private RewardTable Evaluate(CancellationToken cancellation) =>
        RewardTable.Evaluate(sources.Read(), rows).With(function?.RunIfChanged(cancellation) ?? []);
}
