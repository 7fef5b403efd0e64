using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
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

/// <summary>Audits the rewards: the weight of each component, how it ranks laps, and what it pays for a slower pace.</summary>
internal sealed class RewardAudit
{
    /// <summary>The name of the log's own reward: in an evaluation the simulator's default function's, not the user's.</summary>
    public const string Logged = "logged";

    private readonly ReportInput input;
    private readonly PaceTrace? pace;
    private readonly int[] chosen;

    private RewardAudit(ReportInput input, double stepMs)
    {
        this.input = input;
        pace = PaceTrace.Of(input, stepMs);
        chosen = [.. input.Trace.Rows.Where(LapAnalysis.IsChosen).Select(row => row.Index)];
    }

    /// <summary>The logged reward and every component.</summary>
    public static Report Add(ReportInput input, Report report) => new RewardAudit(input, report.Steps!.MedianMs).AddTo(report);

    private Report AddTo(Report report)
    {
        var earned = pace is null ? null : input.Evaluate?.Invoke(pace.Trace, pace.Speeds);
        var logged = new Series(this, Logged, "", RewardsOf(input.Trace), pace is null ? null : RewardsOf(pace.Trace));
        Series[] components =
        [
            .. input.Rewards.Series.Select(series => new Series(
                this, series.Name, series.Source, series.Values,
                earned?.Series.FirstOrDefault(other => other.Name == series.Name)?.Values)),
        ];
        var function = components.FirstOrDefault(series => series.Name == RewardFunctionResult.MainName);

        // A reward function's parts share its reward; all other components together make another.
        Series[] Together(Series series) =>
            [.. components.Where(other => other != function && (other.Source == function?.Source) == (series.Source == function?.Source))];
        var whole = function
            ?? (components.Length == 0 ? null : new Series(this, RewardComponent.FinalName, "", input.Rewards.Final, earned?.Final));
        return report with
        {
            Whole = whole?.Figures([whole]),
            Parts = [.. (function is null ? components : Together(function)).Select(series => series.Name)],
            Rewards =
            [
                logged.Figures([logged]),
                .. components.Select(series => series.Figures(series == function ? [series] : Together(series))),
            ],
        };
    }

    private static ImmutableArray<double?> RewardsOf(SimTrace trace)
    {
        var rewards = ImmutableArray.CreateBuilder<double?>(trace.Rows.Length);
        foreach (var row in trace.Rows) rewards.Add(row.Reward);
        return rewards.MoveToImmutable();
    }

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;

    private sealed class Series
    {
        private readonly RewardAudit audit;
        private readonly ImmutableArray<double?> values;
        private readonly ImmutableArray<double?>? atPace;
        private readonly double size;
        private readonly double spread;

        public Series(RewardAudit audit, string name, string source, ImmutableArray<double?> values, ImmutableArray<double?>? atPace)
        {
            (this.audit, Name, Source, this.values, this.atPace) = (audit, name, source, values, atPace);
            var (known, count) = (new double[audit.chosen.Length], 0);
            foreach (var row in audit.chosen)
                if (values[row] is { } value && double.IsFinite(value)) known[count++] = value;

            Array.Resize(ref known, count);
            size = count == 0 ? 0 : known.Sum(Math.Abs) / count;
            spread = count == 0 ? 0 : known.PopulationStandardDeviation();
        }

        public string Name { get; }

        public string Source { get; }

        public RewardFigures Figures(Series[] all)
        {
            var (times, laps) = (audit.input.Times, audit.input.Trace.Laps);
            var sums = laps.Select(lap => (Lap: lap, Sum: SumOf(lap), Progress: times.ProgressAt(lap.LastRow))).ToArray();
            var completed = sums.Where(it => times.IsCompleted(it.Lap)).ToArray();
            var reached = sums.Where(it => double.IsFinite(it.Progress)).ToArray();
            return new RewardFigures(
                Name,
                Ratio(size, all.Sum(series => series.size)),
                Ratio(spread, all.Sum(series => series.spread)),
                completed.Length,
                Ranking.Of([.. completed.Select(it => it.Sum)], [.. completed.Select(it => -times.SecondsOf(it.Lap))]),
                laps.Length,
                Ranking.Of([.. reached.Select(it => it.Sum)], [.. reached.Select(it => it.Progress)]),
                audit.pace is not { } pace
                    ? []
                    : [.. pace.Factors.Select((factor, place) => new PaceEarnings(factor, pace.SumOf(atPace, place)))]);
        }

        private double SumOf(Lap lap)
        {
            var (rows, sum) = (audit.input.Trace.Rows, 0.0);
            for (var row = lap.FirstRow; row <= lap.LastRow; row++)
                if (LapAnalysis.IsChosen(rows[row]) && values[row] is { } value && double.IsFinite(value)) sum += value;

            return sum;
        }
    }
}
