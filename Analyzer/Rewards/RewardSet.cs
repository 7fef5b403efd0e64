using System.Collections.Immutable;

namespace Analyzer.Rewards;

/// <summary>The components of a reward in their order, each under its own name.</summary>
internal sealed class RewardSet
{
    private RewardSet(ImmutableArray<RewardComponent> components) => Components = components;

    /// <summary>A set without components.</summary>
    public static RewardSet Empty { get; } = new([]);

    /// <summary>What is shown where a user says nothing.</summary>
    public static RewardSet Default { get; } = Empty
        .With(new RewardComponent("Speed", "{speed}**2"))
        .With(new RewardComponent("Progress", "({progress}/{steps})*100"))
        .With(new RewardComponent("Penalize off_track", "(-20 if {episode_status}=='off_track' else 0)"));

    /// <summary>The components, in the order in which their names first came.</summary>
    public ImmutableArray<RewardComponent> Components { get; }

    /// <summary>The set with a component more, or with it in the place of the one that has its name.</summary>
    public RewardSet With(RewardComponent component)
    {
        var place = Components.ToList().FindIndex(known => known.Name == component.Name);
        return new RewardSet(place < 0 ? Components.Add(component) : Components.SetItem(place, component));
    }

    /// <summary>The set with all components of another: where both have a name, the other's wins.</summary>
    public RewardSet With(RewardSet other) => other.Components.Aggregate(this, (set, component) => set.With(component));
}
