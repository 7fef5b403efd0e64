using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Laps;

/// <summary>The laps of real runs, against what <see cref="LogText"/> makes of them.</summary>
public class RealRunDeltaTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("runs/july_pro", null)]
    [InlineData("runs/reinvent", null)]
    [InlineData("logs/console", null)]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200242", null)]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200509", null)]
    [InlineData("logs/drfc-multi-worker/evaluation-20220709201704", null)]
    [InlineData("cases/evaluations/e1", null)]
    [InlineData("cases/evaluations/e3", null)]
    [InlineData("runs/reinvent", "logs/console")]
    [InlineData("logs/console", "logs/drfc-single-worker/evaluation-20220709200509")]
    public void Lap_times_and_deltas_are_those_of_an_independent_computation(string folder, string? against)
    {
        var text = LogText.InFolder(folder);
        var best = against is null ? text.Best : LogText.InFolder(against).Best;

        var laps = Compare(folder, against);

        var rows = laps.Times.Trace.Rows;
        Assert.All(rows.Zip(text.LapSeconds), pair => Assert.Equal(pair.Second, laps.Times.SecondsAt(pair.First.Index), Tolerance));
        Assert.Equal(rows.Length, text.LapSeconds.Count());
        Assert.All(rows.Zip(text.DeltasTo(best)), pair =>
            Assert.Equal(pair.Second ?? double.NaN, laps.Deltas(laps.First)[pair.First.Index], Tolerance));
    }

    [Theory]
    [InlineData("runs/july_pro", 2, 44.123, LapStartSource.Metrics)]
    [InlineData("runs/reinvent", 2, 16.267, LapStartSource.Metrics)]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200509", 3, 13.932, LapStartSource.Estimated)]
    [InlineData("logs/drfc-multi-worker/evaluation-20220709201920", 1, 14.797, LapStartSource.Estimated)]
    [InlineData("cases/evaluations/e1", 1, 59.661, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e2", 4, 30.336, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e3", 1, 51.302, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e4", 2, 48.537, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e5", 2, 13.222, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e6", 2, 42.664, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e7", 5, 31.937, LapStartSource.Metrics)]
    [InlineData("cases/evaluations/e8", 2, 59.601, LapStartSource.Metrics)]
    public void The_best_lap_is_the_completed_one_with_the_least_official_time(
        string folder, int number, double seconds, LapStartSource source)
    {
        var times = Compare(folder).Times;

        Assert.Equal((number, seconds, source), (times.Best!.Number, times.SecondsOf(times.Best), times.Source));
    }

    [Theory]
    [InlineData("logs/drfc-multi-worker/0")]
    [InlineData("logs/droa-continuous")]
    public void Where_no_lap_was_completed_there_is_nothing_but_the_lap_before_to_compare_with(string folder)
    {
        var laps = Compare(folder);

        Assert.Null(laps.Times.Best);
        Assert.Equal([LapComparison.PreviousLap, LapComparison.Nothing], laps.Offered);
        Assert.All(laps.Deltas(LapComparison.BestLap).ToArray(), delta => Assert.True(double.IsNaN(delta)));
    }

    [Theory]
    [InlineData("runs/july_pro")]
    [InlineData("runs/reinvent")]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200509")]
    public void The_best_lap_against_itself_is_0_wherever_it_moves_on(string folder)
    {
        var laps = Compare(folder);
        var (times, best) = (laps.Times, laps.Times.Best!);

        Assert.All(Enumerable.Range(best.FirstRow, best.RowCount), row =>
        {
            if (row == best.FirstRow || times.ProgressAt(row) > times.ProgressAt(row - 1))
                Assert.Equal(0, laps.Deltas(LapComparison.BestLap)[row], Tolerance);
        });
    }

    [Theory]
    [InlineData("runs/july_pro")]
    [InlineData("runs/reinvent")]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200509")]
    [InlineData("cases/evaluations/e1")]
    [InlineData("cases/evaluations/e5")]
    public void At_a_lap_s_end_the_delta_is_the_difference_of_the_lap_times_and_the_sum_of_its_sectors(string folder)
    {
        var laps = Compare(folder);
        var (times, best) = (laps.Times, laps.Times.Best!);

        Assert.All(times.Trace.Laps.Where(times.IsCompleted), lap =>
        {
            var delta = laps.Deltas(LapComparison.BestLap)[lap.LastRow];
            Assert.Equal(times.SecondsOf(lap) - times.SecondsOf(best), delta, Tolerance);
            Assert.Equal(
                times.SecondsOf(lap),
                Enumerable.Range(1, Sectors.Count).Sum(sector => Sectors.Seconds(times, lap, sector)),
                Tolerance);
        });
    }

    [Theory]
    [InlineData("runs/reinvent", "logs/console", null)]
    [InlineData("logs/console", "logs/drfc-multi-worker/evaluation-20220709201704", null)]
    [InlineData("runs/reinvent", "runs/july_pro", "drove a track of 57.9 m, this run one of 17.7 m")]
    public void Runs_are_compared_on_one_track_only(string folder, string other, string? difference)
    {
        var best = Drives.BestOf(Read(other));

        Assert.Equal(difference, SameTrack.DifferenceOf(best, new LapTimes(Read(folder))));
    }

    [Fact]
    public void A_track_of_the_same_length_driven_the_other_way_round_is_another()
    {
        var forward = Read("runs/reinvent");
        var backward = Some.Trace(forward.Rows.Select(row => row with { Y = -row.Y }));

        var difference = SameTrack.DifferenceOf(Drives.BestOf(backward), new LapTimes(forward));

        Assert.StartsWith("drove another track, direction or start: at equal progress the cars are ", difference, StringComparison.Ordinal);
    }

    private static LapComparisons Compare(string folder, string? against = null)
    {
        var best = against is null ? null : TimesOf(against);
        return new LapComparisons(TimesOf(folder), best is null ? null : new ReferenceLap(best, best.Best!));
    }

    private static LapTimes TimesOf(string folder)
    {
        var metrics = LogText.MetricsIn(folder) is { } path ? EvaluationMetrics.Read(path) : null;
        return new LapTimes(OfficialTimes.Of(Read(folder), metrics, timeline: null));
    }

    private static SimTrace Read(string folder) => SimTraceReader.Read(LogText.LogIn(folder));
}
