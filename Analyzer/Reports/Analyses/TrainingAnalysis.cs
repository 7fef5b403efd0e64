using System.Collections.Immutable;
using Analyzer.Logs;

namespace Analyzer.Reports.Analyses;

/// <summary>An iteration of a training in numbers.</summary>
/// <param name="Iteration">Its number.</param>
/// <param name="Episodes">How many were driven.</param>
/// <param name="Completed">How many of them to their end.</param>
/// <param name="MeanProgress">Percent, mean of the episodes' ends.</param>
/// <param name="BestSeconds">The least official time of a completed one; null without.</param>
/// <param name="Entropy">Of the actions taken, bits: 0 where it is always the same one.</param>
internal sealed record IterationFigures(
    int Iteration, int Episodes, int Completed, double? MeanProgress, double? BestSeconds, double? Entropy);

/// <summary>Where episodes end before the lap's end.</summary>
/// <param name="Waypoint">The nearest waypoint: in a training a place is a waypoint, for episodes start anywhere.</param>
/// <param name="Episodes">How many.</param>
internal sealed record EpisodeEnds(int Waypoint, int Episodes);

/// <summary>A training in numbers.</summary>
/// <param name="Iterations">In their order.</param>
/// <param name="Ends">Where episodes end early, most first.</param>
internal sealed record TrainingFigures(ImmutableArray<IterationFigures> Iterations, ImmutableArray<EpisodeEnds> Ends);

/// <summary>Measures the progress of a training, iteration by iteration.</summary>
internal static class TrainingAnalysis
{
    /// <summary>Its iterations; null for an evaluation.</summary>
    public static Report Add(ReportInput input, Report report) => !input.IsTraining ? report : report with
    {
        Training = new TrainingFigures(
            [.. input.Iterations.Select(iteration => Of(input, iteration))],
            [
                .. input.Trace.Laps.Where(lap => !input.Times.IsCompleted(lap))
                    .CountBy(lap => input.Trace.Rows[lap.LastRow].ClosestWaypoint)
                    .OrderByDescending(place => place.Value)
                    .ThenBy(place => place.Key)
                    .Select(place => new EpisodeEnds(place.Key, place.Value)),
            ]),
    };

    private static IterationFigures Of(ReportInput input, TrainingIteration iteration)
    {
        var laps = input.Trace.Laps.Slice(iteration.FirstLap, iteration.LapCount);
        var progress = laps.Select(lap => input.Times.ProgressAt(lap.LastRow)).Where(double.IsFinite).ToArray();
        var completed = laps.Where(input.Times.IsCompleted).ToArray();
        var chosen = laps.SelectMany(lap => Enumerable.Range(lap.FirstRow, lap.RowCount))
            .Select(row => input.Trace.Rows[row])
            .Where(LapAnalysis.IsChosen);
        return new IterationFigures(
            iteration.Number,
            laps.Length,
            completed.Length,
            progress.Length == 0 ? null : progress.Average(),
            completed.Length == 0 ? null : completed.Min(input.Times.SecondsOf),
            EntropyOf(chosen.Select(Choice)));
    }

    // A continuous choice falls into the bins by which its use is counted.
    private static (double, double) Choice(SimTraceRow row) => row.Action is { } action
        ? (action, 0)
        : (Math.Round(row.SteeringDegrees / ActionAnalysis.BinDegrees),
            Math.Round(row.ThrottleMetresPerSecond / ActionAnalysis.BinMetresPerSecond));

    private static double? EntropyOf(IEnumerable<(double, double)> choices)
    {
        var counts = choices.CountBy(choice => choice).Select(choice => (double)choice.Value).ToArray();
        var all = counts.Sum();
        return all == 0 ? null : Math.Abs(counts.Sum(count => count / all * Math.Log2(count / all)));
    }
}
