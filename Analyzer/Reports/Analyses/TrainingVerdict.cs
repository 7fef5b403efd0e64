using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>Says how a training went on. A difference that chance alone would give is none.</summary>
internal static class TrainingVerdict
{
    private const int MinIterations = 3;
    private const int MinToRise = 3;
    private const int MinEpisodes = 5;

    // Of the waypoints: a place at which episodes fail is some of them long.
    private const int Stretches = 20;

    /// <summary>Whether episodes come farther in the last third of the iterations than in the first; null with fewer than three.</summary>
    public static VerdictSentence? Learning(ReportInput input)
    {
        var third = input.Iterations.Length / MinIterations;
        if (third == 0) return null;
        var (first, last) = (input.Iterations[..third], input.Iterations[^third..]);
        var (before, after) = (Progress(input, first), Progress(input, last));
        if (before.Length < MinEpisodes || after.Length < MinEpisodes) return null;
        var (from, to) = (before.Average(it => it.Percent), after.Average(it => it.Percent));
        var rank = Rank([.. before.Select(it => (0, it.Percent)), .. after.Select(it => (1, it.Percent))]);
        var apart = Invariant($"{from:0.0} % {In(first)} to {to:0.0} % {In(last)}");
        var said = rank switch
        {
            > 0 => $"Mean progress rose from {apart}{(third < MinToRise ? "" : Rising(after))}.",
            < 0 => $"Mean progress fell from {apart}: an earlier model may be the better one.",
            _ => Invariant($"Mean progress is {from:0.0} % {In(first)} and {to:0.0} % {In(last)}, ")
                + "no farther apart than by chance: nothing is seen to be learned.",
        };
        return new VerdictSentence(said, null);
    }

    /// <summary>Where far more episodes fail than would if they failed anywhere alike; null where chance would do as much.</summary>
    public static VerdictSentence? Ends(ReportInput input, Report report)
    {
        if (report.Training?.Ends is not { IsEmpty: false } ends) return null;
        var waypoints = input.Trace.Rows.Select(row => row.ClosestWaypoint).Distinct().Order().ToArray();
        var failed = ends.ToDictionary(end => end.Waypoint, end => end.Episodes);
        var counts = Array.ConvertAll(waypoints, waypoint => failed.GetValueOrDefault(waypoint));
        var (all, width) = (counts.Sum(), Math.Max(1, waypoints.Length / Stretches));
        int At(int place) => counts.AsSpan(place, width).ToArray().Sum();
        var from = Enumerable.Range(0, waypoints.Length - width + 1).MaxBy(At);
        var (most, share) = (At(from), (double)width / waypoints.Length);

        // It was looked for at every waypoint.
        if (waypoints.Length * (1 - Binomial.CDF(share, all, most - 1)) > Ranking.Significance) return null;
        var to = from + width - 1;
        while (counts[from] == 0) from++;
        while (counts[to] == 0) to--;
        var where = from == to ? Invariant($"waypoint {waypoints[from]}") : Invariant($"waypoints {waypoints[from]} to {waypoints[to]}");
        return new VerdictSentence(
            Invariant($"Episodes fail most at {where}: {most} of {all}, where {Math.Ceiling(share * all):0} would by chance."), null);
    }

    private static string Rising((int Iteration, double Percent)[] episodes) => Rank(episodes) > 0
        ? ", and rises still: it is worth training on"
        : ", but is not seen to rise any more within these";

    private static (int Iteration, double Percent)[] Progress(ReportInput input, IEnumerable<TrainingIteration> iterations) =>
    [
        .. iterations
            .SelectMany((it, place) => input.Trace.Laps.Slice(it.FirstLap, it.LapCount).Select(lap => (Lap: lap, Place: place)))
            .Select(it => (it.Place, Percent: input.Times.ProgressAt(it.Lap.LastRow)))
            .Where(it => double.IsFinite(it.Percent)),
    ];

    // 0 where it is no more than chance would give.
    private static double Rank((int Time, double Percent)[] episodes) =>
        Ranking.Of([.. episodes.Select(it => (double)it.Time)], [.. episodes.Select(it => it.Percent)]) is { } rank
        && Ranking.ChanceOf(rank, episodes.Length) <= Ranking.Significance ? rank : 0;

    private static string In(ImmutableArray<TrainingIteration> iterations) => iterations is [var only]
        ? Invariant($"in iteration {only.Number}")
        : Invariant($"in iterations {iterations[0].Number}-{iterations[^1].Number}");
}
