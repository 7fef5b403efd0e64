using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Analyzer.Reports.Analyses;

/// <summary>Spearman's rank correlation and its p-value: how often chance alone would give it.</summary>
internal static class Ranking
{
    /// <summary>Fewer pairs give no rank.</summary>
    public const int MinPairs = 5;

    /// <summary>A rank that chance gives more often than this is no relation.</summary>
    public const double Significance = 0.05;

    // So few pairs have few enough orders to try them all.
    private const int MaxPairsToPermute = 8;

    /// <summary>-1 to 1; null with fewer than five pairs, or where one side is the same throughout.</summary>
    public static double? Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        if (one.Count < MinPairs) return null;
        var rank = Correlation.Spearman(one, other);
        return double.IsFinite(rank) ? Math.Clamp(rank, -1, 1) : null;
    }

    /// <summary>
    /// The p-value: how often chance alone would give a rank so far from 0, either way: by Student's t, and for eight pairs or fewer, which
    /// are taken to differ from each other, by all their orders.
    /// </summary>
    public static double ChanceOf(double rank, int pairs)
    {
        if (pairs <= MaxPairsToPermute) return Permuted(rank, pairs);
        if (Math.Abs(rank) >= 1) return 0;
        var t = Math.Abs(rank) * Math.Sqrt((pairs - 2) / (1 - (rank * rank)));
        return 2 * (1 - StudentT.CDF(0, 1, pairs - 2, t));
    }

    private static double Permuted(double rank, int pairs)
    {
        var (all, asFar) = (0, 0);
        Visit(Enumerable.Range(0, pairs).ToArray(), 0, order =>
        {
            var squares = order.Select((other, place) => (double)((other - place) * (other - place))).Sum();
            all++;
            if (Math.Abs(1 - (6 * squares / (pairs * ((double)(pairs * pairs) - 1)))) >= Math.Abs(rank) - 1e-9) asFar++;
        });
        return (double)asFar / all;
    }

    private static void Visit(int[] order, int from, Action<int[]> visit)
    {
        if (from == order.Length) visit(order);
        for (var i = from; i < order.Length; i++)
        {
            (order[from], order[i]) = (order[i], order[from]);
            Visit(order, from + 1, visit);
            (order[from], order[i]) = (order[i], order[from]);
        }
    }
}
