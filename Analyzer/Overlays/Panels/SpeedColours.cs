using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// Colours for the speeds of a run, dark blue to yellow: OpenCV's viridis without its darkest part. It grows lighter all along, so
/// people with colour blindness can read it too. Speeds are averaged over five steps, a third of a second: a single step's jitters.
/// </summary>
internal sealed class SpeedColours
{
    private const int Darkest = 50;
    private const double Outliers = 0.01;
    private const int StepsEachSide = 2;

    private readonly double[] speeds;
    private readonly Colour[] colours = ColourTable.Of(ColormapTypes.Viridis)[Darkest..];

    /// <summary>
    /// Takes the speeds that a run drove, but for its slowest and fastest hundredth; where the simulator moved the car it did not drive.
    /// </summary>
    public SpeedColours(SimTrace trace)
    {
        speeds = [.. trace.Rows.Select(row => Mean(trace, row.Index))];
        double[] driven = [.. speeds.Where(double.IsFinite).Order()];
        if (driven.Length > 0)
        {
            Range = new ValueRange(
            driven[(int)(driven.Length * Outliers)],
            driven[(int)((driven.Length - 1) * (1 - Outliers))]);
        }

    }

    /// <summary>The speeds at the ends of the scale, metres a second.</summary>
    public ValueRange Range { get; } = new(0, 1);

    /// <summary>The colour of the step to a row, which must be driven; beyond the ends of the scale that of the end.</summary>
    public Colour OfStepTo(int row) => At((speeds[row] - Range.Low) / Math.Max(0.01, Range.High - Range.Low));

    /// <summary>The colour at a place of the scale.</summary>
    /// <param name="share">0 at the slow end, 1 at the fast one.</param>
    public Colour At(double share) => colours[(int)Math.Round(Math.Clamp(share, 0, 1) * (colours.Length - 1))];

    // NaN where the car did not drive to the row.
    private static double Mean(SimTrace trace, int row)
    {
        bool IsDriven(int to) => to > 0 && to < trace.Rows.Length && trace.Rows[to].IsDrivenFrom(trace.Rows[to - 1]);
        if (!IsDriven(row)) return double.NaN;
        var (first, last) = (row, row);
        while (first > row - StepsEachSide && IsDriven(first - 1)) first--;
        while (last < row + StepsEachSide && IsDriven(last + 1)) last++;
        return Enumerable.Range(first, last - first + 1).Average(step => trace.Rows[step].DisplacementSpeedMetresPerSecond);
    }
}
