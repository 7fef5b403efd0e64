using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs;
using MathNet.Numerics.Statistics;

namespace Analyzer.Reports.Analyses;

/// <summary>What the best completed lap would earn at another pace.</summary>
/// <param name="Factor">Of its own pace: 0.5 takes twice as long.</param>
/// <param name="Sum">The rewards of all its steps.</param>
internal sealed record PaceEarnings(double Factor, double? Sum);

/// <summary>A reward, or a component of one, over the whole log; rows that are pause or prepare left out, sums never averaged.</summary>
/// <param name="Name">Its name; <c>logged</c> for the reward in the log.</param>
/// <param name="Weight">Mean of its absolute values over that of all components; 1 for a whole reward.</param>
/// <param name="Swing">Its standard deviation over the sum of all components'; 1 for a whole reward.</param>
/// <param name="Laps">Completed laps.</param>
/// <param name="RankSpeed">Spearman's rank of a lap's sum with minus its official seconds; null under five completed laps.</param>
/// <param name="Episodes">All laps.</param>
/// <param name="RankProgress">Spearman's rank of a lap's sum with its final progress, all laps; null under five.</param>
/// <param name="Pace">What the best completed lap would earn at other paces; empty where none was completed.</param>
internal sealed record RewardFigures(
    string Name, double? Weight, double? Swing, int Laps, double? RankSpeed, int Episodes, double? RankProgress,
    ImmutableArray<PaceEarnings> Pace);

/// <summary>What the rewards pay for.</summary>
internal static class RewardAudit
{
    /// <summary>The name of the log's own reward: in an evaluation the simulator's default function's, not the user's.</summary>
    public const string Logged = "logged";

    /// <summary>The name of the result of the user's own reward function.</summary>
    public const string Function = "reward_function";

    /// <summary>The logged reward and every component.</summary>
    public static Report Add(ReportInput input, Report report)
    {
        var pace = PaceTrace.Of(input);
        var earned = pace is null ? null : input.Evaluate?.Invoke(pace.Trace, pace.Speeds);
        var chosen = input.Trace.Rows.Where(LapAnalysis.IsChosen).Select(row => row.Index).ToArray();
        Series logged = new(
            Logged, "", [.. input.Trace.Rows.Select(row => (double?)row.Reward)], pace is null ? null : [.. pace.Trace.Rows.Select(row => (double?)row.Reward)]);
        Series[] components =
        [
            .. input.Rewards.Series.Select(series => new Series(
                series.Name, series.Source, series.Values, earned?.Series.FirstOrDefault(other => other.Name == series.Name)?.Values)),
        ];
        var function = components.FirstOrDefault(series => series.Name == Function);
        var sizes = components.ToDictionary(series => series, series => (Size: SizeOf(series, chosen), Spread: SpreadOf(series, chosen)));
        RewardFigures Share(Series series)
        {
            // A reward function's parts share its reward; all other components together make another.
            var parts = components.Where(other => other != function && (other.Source == function?.Source) == (series.Source == function?.Source))
                .ToArray();
            return Of(
                input, series, pace, Ratio(sizes[series].Size, parts.Sum(part => sizes[part].Size)),
                Ratio(sizes[series].Spread, parts.Sum(part => sizes[part].Spread)));
        }

        var final = new Series("final", "", input.Rewards.Final, earned?.Final);
        return report with
        {
            Whole = input.Rewards.Final.IsEmpty ? null : Of(input, function ?? final, pace, 1, 1),
            Parts = [.. components.Where(series => series != function && (function is null || series.Source == function.Source)).Select(it => it.Name)],
            Rewards =
            [
                Of(input, logged, pace, 1, 1),
                .. components.Select(series => series == function ? Of(input, series, pace, 1, 1) : Share(series)),
            ],
        };
    }

    private static RewardFigures Of(ReportInput input, Series series, PaceTrace? pace, double? weight, double? swing)
    {
        var laps = input.Trace.Laps;
        var completed = input.CompletedLaps;
        double Sum(Lap lap) => SumOf(series.Values, input.Trace, lap);
        var reached = laps.Where(lap => double.IsFinite(input.Times.ProgressAt(lap.LastRow))).ToArray();
        return new RewardFigures(
            series.Name,
            weight,
            swing,
            completed.Length,
            Ranking.Of([.. completed.Select(Sum)], [.. completed.Select(lap => -input.Times.SecondsOf(lap))]),
            laps.Length,
            Ranking.Of([.. reached.Select(Sum)], [.. reached.Select(lap => input.Times.ProgressAt(lap.LastRow))]),
            pace is null
                ? []
                : [.. pace.Factors.Select((factor, place) => new PaceEarnings(factor, pace.SumOf(series.AtPace, place)))]);
    }

    private static double SumOf(ImmutableArray<double?> values, SimTrace trace, Lap lap)
    {
        var sum = 0.0;
        for (var row = lap.FirstRow; row <= lap.LastRow; row++)
            if (LapAnalysis.IsChosen(trace.Rows[row])) sum += Finite(values[row]) ?? 0;

        return sum;
    }

    private static double SizeOf(Series series, int[] rows) => Known(series, rows) is { Length: > 0 } known ? known.Sum(Math.Abs) / known.Length : 0;

    private static double SpreadOf(Series series, int[] rows) => Known(series, rows) is { Length: > 0 } known ? known.PopulationStandardDeviation() : 0;

    private static double[] Known(Series series, int[] rows)
    {
        var (known, count) = (new double[rows.Length], 0);
        foreach (var row in rows)
            if (Finite(series.Values[row]) is { } value) known[count++] = value;

        return known[..count];
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;

    private sealed class Series(string name, string source, ImmutableArray<double?> values, ImmutableArray<double?>? atPace)
    {
        public string Name => name;

        public string Source => source;

        public ImmutableArray<double?> Values => values;

        public ImmutableArray<double?>? AtPace => atPace;
    }
}
