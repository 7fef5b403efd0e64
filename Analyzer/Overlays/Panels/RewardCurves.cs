using System.Collections.Immutable;
using Analyzer.Drawing;
using Analyzer.Logs;
using Analyzer.Rewards;

namespace Analyzer.Overlays.Panels;

/// <summary>One curve's values as they are plotted: NaN is a gap.</summary>
/// <param name="Title">The component's name.</param>
/// <param name="Source">Its expression.</param>
/// <param name="Values">A value a row of the run.</param>
/// <param name="WhyGaps">Why it has gaps, in a few words; empty where it has none.</param>
internal sealed record RewardCurve(string Title, string Source, double[] Values, string WhyGaps);

/// <summary>A reward table prepared for plotting.</summary>
internal sealed class RewardCurves
{
    /// <summary>Prepares it.</summary>
    public RewardCurves(SimTrace trace, RewardTable table)
    {
        var parts = table.Series.Where(series => series != table.Function).ToList();
        Components = [.. parts.Take(Palette.Count).Select(series => Prepare(trace, series))];
        LeftOut = parts.Count - Components.Length;
        var gapped = table.Function ?? parts.Find(series => series.Gaps is not null);
        Final = Prepare(trace, new RewardSeries("Final reward", table.Function?.Source ?? "", table.Final, gapped?.Gaps));
    }

    /// <summary>The components, as many as there are colours.</summary>
    public ImmutableArray<RewardCurve> Components { get; }

    /// <summary>What they come to: the reward function's result, or without one their sum.</summary>
    public RewardCurve Final { get; }

    /// <summary>How many components are not among <see cref="Components"/>.</summary>
    public int LeftOut { get; }

    private static RewardCurve Prepare(SimTrace trace, RewardSeries series) => new(
        series.Name,
        series.Source,
        series.Values.IsEmpty
            ? [.. Enumerable.Repeat(double.NaN, trace.Rows.Length)]
            : [.. series.Values.Select(value => value ?? double.NaN)],
        series.Gaps?.CommonestReason ?? "");
}
