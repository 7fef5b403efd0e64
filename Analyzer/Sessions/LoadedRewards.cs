using System.Collections.Immutable;
using Analyzer.Rewards;
using Analyzer.Rewards.Tracks;

namespace Analyzer.Sessions;

/// <summary>A run's reward components, evaluated, and evaluated again when their files are saved.</summary>
/// <param name="sources">Where the components come from.</param>
/// <param name="rows">The run.</param>
/// <param name="function">What the user's own reward function gave.</param>
/// <param name="table">All components as they were at first.</param>
internal sealed class LoadedRewards(RewardSources sources, RewardRows rows, ImmutableArray<RewardSeries> function, RewardTable table)
{
    /// <summary>The components as they were at first.</summary>
    public RewardTable Table => table;

    /// <summary>The track as the run drove it; null where its file was not given.</summary>
    public Track? Track => rows.Track;

    /// <summary>Watches the files of the components, and evaluates them anew when they are saved.</summary>
    public RewardFileWatcher Watch(TimeProvider time) =>
        new(sources.Paths, table, () => RewardTable.Evaluate(sources.Read(), rows).With(function), time);
}
