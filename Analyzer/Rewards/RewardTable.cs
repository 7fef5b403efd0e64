using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Analyzer.Rewards;

/// <summary>All components' values in all rows, and their sum.</summary>
public sealed class RewardTable
{
    /// <summary>Takes the components' values and sums them.</summary>
    /// <param name="series">The components, each with a value a row.</param>
    public RewardTable(ImmutableArray<RewardSeries> series)
    {
        Series = series;
        Final = series.IsEmpty ? [] : Sum(series);
    }

    /// <summary>The components, in their order.</summary>
    public ImmutableArray<RewardSeries> Series { get; }

    /// <summary>The sum of all components in each row; null where one of them is, and empty without components.</summary>
    public ImmutableArray<double?> Final { get; }

    /// <summary>Evaluates a set over a run.</summary>
    /// <exception cref="RewardException">A component's expression cannot be read; the message names it and its place.</exception>
    public static RewardTable Evaluate(RewardSet set, RewardRows rows)
    {
        var expressions = set.Components.Select(component => (component.Name, Expression: Compile(component, rows))).ToArray();
        var start = Stopwatch.GetTimestamp();
        return new([.. expressions.Select(component => component.Expression.Evaluate(component.Name, start))]);
    }

    /// <summary>The table with further components, such as a reward function's, instead of those that have their names.</summary>
    public RewardTable With(ImmutableArray<RewardSeries> others) =>
        new([.. Series.Where(series => others.All(other => other.Name != series.Name)), .. others]);

    private static RewardExpression Compile(RewardComponent component, RewardRows rows)
    {
        try
        {
            return RewardExpression.Parse(component.Expression, rows);
        }
        catch (RewardException error)
        {
            var origin = component.Origin.Length > 0 ? $"{component.Origin}: " : "";
            throw new RewardException(
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
