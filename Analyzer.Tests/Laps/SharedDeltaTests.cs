using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Laps;

/// <summary>The laps of real runs, as those of the sample.</summary>
public class SharedDeltaTests
{
    [SharedTheory]
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
    public void Lap_times_and_deltas_are_those_of_an_independent_computation(string folder, string? against) =>
        DeltaChecks.AssertAsComputedFromText(Run(folder), against is null ? null : Run(against));

    [SharedTheory]
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
        string folder, int number, double seconds, object source)
    {
        var times = DeltaChecks.Compare(Run(folder)).Times;

        Assert.Equal((number, seconds, (LapStartSource)source), (times.Best!.Number, times.SecondsOf(times.Best), times.Source));
    }

    [SharedTheory]
    [InlineData("logs/drfc-multi-worker/0")]
    [InlineData("logs/droa-continuous")]
    public void Where_no_lap_was_completed_there_is_nothing_but_the_lap_before_to_compare_with(string folder)
    {
        var laps = DeltaChecks.Compare(Run(folder));

        Assert.Null(laps.Times.Best);
        Assert.Equal([LapComparison.PreviousLap, LapComparison.Nothing], laps.Offered);
        Assert.All(laps.Deltas(LapComparison.BestLap).ToArray(), delta => Assert.True(double.IsNaN(delta)));
    }

    [SharedTheory]
    [InlineData("runs/july_pro")]
    [InlineData("runs/reinvent")]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200509")]
    public void The_best_lap_against_itself_is_0_wherever_it_moves_on(string folder) =>
        DeltaChecks.AssertBestAgainstItself(Run(folder));

    [SharedTheory]
    [InlineData("runs/july_pro")]
    [InlineData("runs/reinvent")]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200509")]
    [InlineData("cases/evaluations/e1")]
    [InlineData("cases/evaluations/e5")]
    public void At_a_lap_s_end_the_delta_is_the_difference_of_the_lap_times_and_the_sum_of_its_sectors(string folder) =>
        DeltaChecks.AssertEndsAndSectors(Run(folder));

    [SharedTheory]
    [InlineData("runs/reinvent", "logs/console", null)]
    [InlineData("logs/console", "logs/drfc-multi-worker/evaluation-20220709201704", null)]
    [InlineData("runs/reinvent", "runs/july_pro", "drove a track of 57.9 m, this run one of 17.7 m")]
    public void Runs_are_compared_on_one_track_only(string folder, string other, string? difference)
    {
        var best = Drives.BestOf(SimTraceReader.Read(Run(other).Log));

        Assert.Equal(difference, SameTrack.DifferenceOf(best, DeltaChecks.Compare(Run(folder)).Times));
    }

    private static RunFiles Run(string folder) => RunFiles.In(SharedFiles.Path(folder));
}
