namespace Analyzer.Rewards;

/// <summary>The rewards as they stand while their files may change.</summary>
/// <param name="Rewards">The last good rewards.</param>
/// <param name="Message">What is wrong with the files as they are now, in one line; null where nothing is.</param>
/// <param name="Version">Counts up with every change that was seen.</param>
public sealed record RewardState(RewardTable Rewards, string? Message, int Version)
{
    /// <summary>No rewards at all.</summary>
    public static RewardState None { get; } = new(new RewardTable([]), null, 0);
}
