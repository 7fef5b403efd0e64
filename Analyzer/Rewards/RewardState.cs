namespace Analyzer.Rewards;

/// <summary>The rewards as they stand while their files may change.</summary>
/// <param name="Rewards">The last good rewards.</param>
/// <param name="Message">What is wrong with the files as they are now, in one line; null where nothing is.</param>
internal sealed record RewardState(RewardTable Rewards, string? Message = null)
{
    /// <summary>No rewards at all.</summary>
    public static RewardState None { get; } = new(new RewardTable([]));
}
