using System.Collections.Immutable;

namespace Analyzer.Rewards.Functions;

/// <summary>What a user's reward function gave for a run.</summary>
/// <param name="Series">The component <c>reward_function</c>, and one for each entry of the file's dict <c>components</c>.</param>
/// <param name="Messages">What it printed and why it ended early, a line each, with the line of the file.</param>
/// <param name="Failure">Why there is no value in any row, as where the file has a mistake; null where it ran.</param>
internal sealed record RewardFunctionResult(ImmutableArray<RewardSeries> Series, ImmutableArray<string> Messages, string? Failure)
{
    /// <summary>The component that is the function's own result.</summary>
    public const string MainName = "reward_function";
}
