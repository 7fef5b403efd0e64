using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Analyzer.Rewards.Language;

namespace Analyzer.Rewards;

/// <summary>All components' values in all rows, and the reward as a whole.</summary>
internal sealed class RewardTable
{
    /// <summary>Takes the components' values; their sum is the reward.</summary>
    /// <param name="series">The components, each with a value a row.</param>
    public RewardTable(ImmutableArray<RewardSeries> series) : this(series, null, series.IsEmpty ? [] : Sum(series))
    {
    }

    private RewardTable(ImmutableArray<RewardSeries> series, RewardSeries? function, ImmutableArray<double?> final) =>
        (Series, Function, Final) = (series, function, final);

    /// <summary>The components, in their order.</summary>
    public ImmutableArray<RewardSeries> Series { get; }

    /// <summary>The reward function's result, one of <see cref="Series"/>; null without a reward function.</summary>
    public RewardSeries? Function { get; }

    /// <summary>
    /// The reward as a whole in each row: a reward function's result, else the sum of all components; null where there is none, or one of
    /// them is null, and empty without components.
    /// </summary>
    public ImmutableArray<double?> Final { get; }

    /// <summary>Evaluates a set over a run.</summary>
    /// <exception cref="ExpressionException">A component's expression cannot be read; the message names it and its place.</exception>
    public static RewardTable Evaluate(RewardSet set, RewardRows rows, CancellationToken cancellation = default)
    {
        var expressions = set.Components.Select(component => (component.Name, Expression: Compile(component, rows))).ToArray();
        var start = Stopwatch.GetTimestamp();
        var table = new RewardTable(
            [.. expressions.Select(component => component.Expression.Evaluate(component.Name, start, cancellation))]);
        rows.Table.Forget();
        return table;
    }

    /// <summary>
    /// The table with a reward function's components too, instead of those that have their names. The function's result is the reward then:
    /// its components are parts of it.
    /// </summary>
    /// <param name="function">The function's result, then its components; empty without a function.</param>
    public RewardTable With(ImmutableArray<RewardSeries> function) => function is not [var result, ..] ? this : new(
        [.. Series.Where(series => function.All(other => other.Name != series.Name)), .. function], result, result.Values);

    private static RewardExpression Compile(RewardComponent component, RewardRows rows)
    {
        try
        {
            return RewardExpression.Parse(component.Expression, rows);
        }
        catch (ExpressionException error)
        {
            var origin = component.Origin.Length > 0 ? $"{component.Origin}: " : "";
            throw new ExpressionException(
                $"{origin}{component.Name}, column {error.Column}: {error.Message}", error.Expression, error.Column - 1);
        }
    }

    private static ImmutableArray<double?> Sum(ImmutableArray<RewardSeries> series)
    {
        var sums = new double?[series[0].Values.Length];
        for (var row = 0; row < sums.Length; row++)
        {
            double? sum = 0;
            foreach (var component in series) sum += component.Values[row];
            sums[row] = sum is { } finite && double.IsFinite(finite) ? finite : null;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(sums);
    }
}
