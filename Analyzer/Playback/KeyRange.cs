using System.Globalization;

namespace Analyzer.Playback;

/// <summary>The range of a setting that a pair of keys steps through: what the help says of it, and what it is clamped to.</summary>
/// <param name="Min">The least value, with as many decimals as are to be shown.</param>
/// <param name="Max">The greatest, likewise.</param>
/// <param name="Step">What one press of a key adds or takes.</param>
/// <param name="Default">The value to begin with.</param>
/// <param name="Unit">What follows the limits in the text, with its space; empty for none.</param>
internal sealed record KeyRange(decimal Min, decimal Max, decimal Step, decimal Default, string Unit = "")
{
    /// <summary>The value some presses on.</summary>
    /// <param name="value">The value before.</param>
    /// <param name="presses">How many; negative for less.</param>
    public decimal After(decimal value, int presses) => Math.Clamp(value + (presses * Step), Min, Max);

    /// <summary>As in <c>1.00..1.20, step 0.01, 1.05</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Min}..{Max}{Unit}, step {Step}, {Default}");
}
