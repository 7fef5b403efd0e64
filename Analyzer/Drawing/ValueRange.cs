namespace Analyzer.Drawing;

/// <summary>An interval of values, such as a plot's value axis shows.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct ValueRange(double Low, double High)
{
    /// <summary>A range that holds nothing yet.</summary>
    public static readonly ValueRange Nothing = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>The range that also holds a value; NaN changes nothing.</summary>
    public ValueRange With(double value) => double.IsNaN(value) ? this : new ValueRange(Math.Min(Low, value), Math.Max(High, value));

    /// <summary>The range of some values.</summary>
    public ValueRange With(ReadOnlySpan<double> values)
    {
        var range = this;
        foreach (var value in values) range = range.With(value);
        return range;
    }

    /// <summary>A range that can be plotted: -1 to 1 where it holds nothing, 1 to either side of a single value.</summary>
    public ValueRange Plottable => this switch
    {
        _ when Low > High => new ValueRange(-1, 1),
        _ when Low == High => new ValueRange(Low - 1, High + 1),
        _ => this,
    };
}
