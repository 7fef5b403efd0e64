using System.Collections.Immutable;
using Analyzer.Drawing;
using Analyzer.Logs;
using Analyzer.Rewards;

namespace Analyzer.Overlays.Panels;

/// <summary>One curve's values as they are plotted: NaN is a gap.</summary>
/// <param name="Title">The component's name.</param>
/// <param name="Source">Its expression.</param>
/// <param name="Values">A value a row of the run.</param>
public sealed record RewardCurve(string Title, string Source, double[] Values);

/// <summary>A reward table prepared for plotting.</summary>
public sealed class RewardCurves
{
    /// <summary>Prepares it.</summary>
    public RewardCurves(SimTrace trace, RewardTable table)
    {
        Components = [.. table.Series.Take(Palette.Count).Select(series => Prepare(trace, series.Name, series.Source, series.Values))];
        Final = Prepare(trace, "Final reward", "", table.Final);
        LeftOut = table.Series.Length - Components.Length;
    }

    /// <summary>The components, as many as there are colours.</summary>
    public ImmutableArray<RewardCurve> Components { get; }

    /// <summary>The sum of all components.</summary>
    public RewardCurve Final { get; }

    /// <summary>How many components are not among <see cref="Components"/>.</summary>
    public int LeftOut { get; }

    private static RewardCurve Prepare(SimTrace trace, string title, string source, ImmutableArray<double?> values) => new(
        title,
        source,
        values.IsEmpty ? [.. Enumerable.Repeat(double.NaN, trace.Rows.Length)] : [.. values.Select(value => value ?? double.NaN)]);
}
