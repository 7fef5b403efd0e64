using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Logs;
using MathNet.Numerics.Statistics;

namespace Analyzer.Reports.Analyses;

/// <summary>How regularly the car decided: simulated time from row to row within laps.</summary>
/// <param name="MedianMs">Milliseconds.</param>
/// <param name="P95Ms">95th percentile.</param>
/// <param name="MaxMs">The longest.</param>
/// <param name="Slow">Rows more than 1.5 medians after the one before.</param>
/// <param name="RealTimeFactor">Simulated seconds in a second of the wall clock; null where the log has no wall_clock.</param>
/// <param name="LapsWithGaps">Laps in which it went without a decision for three medians or more.</param>
internal sealed record StepFigures(
    double MedianMs, double P95Ms, double MaxMs, int Slow, double? RealTimeFactor, ImmutableArray<int> LapsWithGaps);

/// <summary>Measures the steps.</summary>
internal static class StepAnalysis
{
    private const double SlowInMedians = 1.5;
    private const double GapInMedians = 3;
    private const double LongMs = 1000;

    /// <summary>The steps of all laps.</summary>
    public static Report Add(ReportInput input, Report report) => report with { Steps = Of(input.Trace) };

    /// <summary>
    /// The rows that come a second or more after the one before, without a reset between them: no car drives on for so long without a
    /// decision, so that the simulator stood, or rows are missing.
    /// </summary>
    public static IEnumerable<(int Row, double Seconds)> LongSteps(SimTrace trace) => Steps(trace)
        .Where(step => step.Ms >= LongMs && LapAnalysis.IsDriving(trace, step.Row - 1) && LapAnalysis.IsDriving(trace, step.Row))
        .Select(step => (step.Row, step.Ms / 1000));

    private static StepFigures Of(SimTrace trace)
    {
        var steps = Steps(trace).ToArray();
        if (steps.Length == 0) return new StepFigures(0, 0, 0, 0, null, []);
        var ordered = Array.ConvertAll(steps, step => step.Ms);
        Array.Sort(ordered);
        var median = SortedArrayStatistics.Median(ordered);
        return new StepFigures(
            median,
            SortedArrayStatistics.QuantileCustom(ordered, 0.95, QuantileDefinition.R7),
            ordered[^1],
            ordered.Count(step => step > SlowInMedians * median),
            RealTimeFactor(trace),
            [
                .. steps.Where(step => median > 0 && step.Ms >= GapInMedians * median)
                    .Select(step => trace.LapOf(step.Row).Number)
                    .Distinct(),
            ]);
    }

    private static IEnumerable<(int Row, double Ms)> Steps(SimTrace trace)
    {
        for (var row = 1; row < trace.Rows.Length; row++)
        {
            if (trace.LapOf(row) == trace.LapOf(row - 1))
                yield return (row, trace.Rows[row].TimestampMilliseconds - trace.Rows[row - 1].TimestampMilliseconds);
        }
    }

    private static double? RealTimeFactor(SimTrace trace)
    {
        var column = trace.Columns.IndexOf("wall_clock");
        if (column < 0) return null;
        return WallSeconds(trace, 0, column) is { } start && WallSeconds(trace, trace.Rows.Length - 1, column) is { } end && end > start
            ? (trace.Rows[^1].TimestampMilliseconds - trace.Rows[0].TimestampMilliseconds) / 1000.0 / (end - start)
            : null;
    }

    private static double? WallSeconds(SimTrace trace, int row, int column) =>
        double.TryParse(trace.Cell(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && double.IsFinite(seconds) ? seconds : null;
}
