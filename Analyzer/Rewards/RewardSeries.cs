using System.Collections.Immutable;

namespace Analyzer.Rewards;

/// <summary>A component's value in every row of a run.</summary>
/// <param name="Name">The component's name.</param>
/// <param name="Source">What it comes from: the expression, or a reward function's file.</param>
/// <param name="Values">The value in each row; null where there is none, which is a gap in the plot.</param>
/// <param name="Gaps">How many gaps there are and why, in one line; null where there are none.</param>
internal sealed record RewardSeries(string Name, string Source, ImmutableArray<double?> Values, string? Gaps);
