using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Rewards;

namespace Analyzer.Overlays;

/// <summary>One curve's values as they are plotted: NaN is a gap.</summary>
/// <param name="Title">The component's name.</param>
/// <param name="Source">Its expression.</param>
/// <param name="Values">A value a row of the run.</param>
/// <param name="LapRanges">Least and greatest value of each lap, in order of the laps: the scale stands still while a lap is driven.</param>
public sealed record RewardCurve(string Title, string Source, double[] Values, ImmutableArray<ValueRange> LapRanges);

/// <summary>A scale.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct ValueRange(double Low, double High)
{
    /// <summary>A range that holds nothing yet.</summary>
    public static readonly ValueRange Nothing = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>The range that also holds a value; NaN changes nothing.</summary>
    public ValueRange With(double value) => double.IsNaN(value) ? this : new ValueRange(Math.Min(Low, value), Math.Max(High, value));

    /// <summary>The range that holds both.</summary>
    public ValueRange With(ValueRange other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>A range that can be plotted: 0 alone where it holds nothing, and never of no height.</summary>
    public ValueRange Plottable => this switch
    {
        _ when Low > High => new ValueRange(-1, 1),
        _ when Low == High => new ValueRange(Low - 1, High + 1),
        _ => this,
    };
}

/// <summary>A reward table prepared for plotting.</summary>
public sealed class RewardCurves
{
    /// <summary>Prepares it.</summary>
    public RewardCurves(SimTrace trace, RewardTable table)
    {
        Components = [.. table.Series.Take(Palette.Count).Select(series => Prepare(trace, series.Name, series.Source, series.Values))];
        Final = Prepare(trace, "Final reward", "", table.Final);
        LeftOut = table.Series.Length - Components.Length;
        CommonRanges = [.. trace.Laps.Select((_, lap) => Components.Aggregate(
            ValueRange.Nothing.With(0), (range, curve) => range.With(curve.LapRanges[lap])))];
    }

    /// <summary>The components, as many as there are colours.</summary>
    public ImmutableArray<RewardCurve> Components { get; }

    /// <summary>The sum of all components.</summary>
    public RewardCurve Final { get; }

    /// <summary>How many components are not among <see cref="Components"/>.</summary>
    public int LeftOut { get; }

    /// <summary>Each lap's scale on which all components can be compared; it holds 0.</summary>
    public ImmutableArray<ValueRange> CommonRanges { get; }

    private static RewardCurve Prepare(SimTrace trace, string title, string source, ImmutableArray<double?> values)
    {
        double[] plotted = values.IsEmpty
            ? [.. Enumerable.Repeat(double.NaN, trace.Rows.Length)]
            : [.. values.Select(value => value ?? double.NaN)];
        return new RewardCurve(
            title, source, plotted,
            [.. trace.Laps.Select(lap => plotted[lap.FirstRow..(lap.LastRow + 1)].Aggregate(ValueRange.Nothing, (range, value) => range.With(value)))]);
    }
}
