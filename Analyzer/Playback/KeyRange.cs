using System.Globalization;

namespace Analyzer.Playback;

/// <summary>The values that a pair of keys goes through: what the help says of them, and what they are held to.</summary>
/// <param name="Least">The least value, with as many decimals as are to be shown.</param>
/// <param name="Most">The greatest, likewise.</param>
/// <param name="Step">What one press of a key adds or takes.</param>
/// <param name="Start">The value to begin with.</param>
/// <param name="Unit">What follows the limits in the text, with its space; empty for none.</param>
internal sealed record KeyRange(decimal Least, decimal Most, decimal Step, decimal Start, string Unit = "")
{
    /// <summary>The value some presses on.</summary>
    /// <param name="value">The value before.</param>
    /// <param name="presses">How many; negative for less.</param>
    public decimal After(decimal value, int presses) => Math.Clamp(value + (presses * Step), Least, Most);

    /// <summary>As in <c>1.00..1.20, step 0.01, 1.05</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Least}..{Most}{Unit}, step {Step}, {Start}");
}
