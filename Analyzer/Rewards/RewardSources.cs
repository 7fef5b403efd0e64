using System.Collections.Immutable;
using Analyzer.Platform;

namespace Analyzer.Rewards;

/// <summary>Where a run's components come from. Later sources add to earlier ones; of components with one name the later wins.</summary>
/// <param name="ModelFolder">The folder that may hold a <c>rewards.json</c>.</param>
/// <param name="File">The file of <c>--rewards</c>; null without.</param>
/// <param name="Options">The values of <c>--reward</c>, in their order.</param>
internal sealed record RewardSources(string ModelFolder, string? File, ImmutableArray<string> Options)
{
    /// <summary>Whether the user brings a reward function, too.</summary>
    public bool HasFunction { get; init; }

    /// <summary>The files to watch, whether they are there or not.</summary>
    public ImmutableArray<string> Paths => File is null ? [ModelFile] : [ModelFile, File];

    private string ModelFile => Path.Combine(ModelFolder, RewardSetFile.Name);

    /// <summary>Reads the components as they are now: the defaults where the user brings nothing at all.</summary>
    /// <exception cref="RunException">A file or option has a mistake.</exception>
    public RewardSet Read()
    {
        var set = System.IO.File.Exists(ModelFile) && !RegularFile.IsSpecial(ModelFile) ? RewardSetFile.Read(ModelFile) : RewardSet.Empty;
        if (File is not null) set = set.With(RewardSetFile.Read(File));
        set = Options.Aggregate(set, (known, option) => known.With(RewardComponent.ParseOption(option)));
        return set.Components.IsEmpty && !HasFunction ? RewardSet.Default : set;
    }
}
