using System.Collections.Immutable;

namespace Analyzer.Rewards;

/// <summary>A component's value in every row of a run.</summary>
/// <param name="Name">The component's name.</param>
/// <param name="Source">What it comes from: the expression, or a reward function's file.</param>
/// <param name="Values">The value in each row; null where there is none, which is a gap in the plot.</param>
/// <param name="Gaps">What gaps there are; null where there are none.</param>
internal sealed record RewardSeries(string Name, string Source, ImmutableArray<double?> Values, RewardGaps? Gaps);

/// <summary>The rows in which a component has no value.</summary>
/// <param name="Description">The commonest reasons, as in <c>12 rows: division by zero, first in row 400</c>.</param>
/// <param name="CommonestReason">As in <c>division by zero</c>.</param>
internal sealed record RewardGaps(string Description, string CommonestReason);
