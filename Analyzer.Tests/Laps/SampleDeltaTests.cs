using Analyzer.Laps;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Laps;

/// <summary>The laps of the bundled sample, alone and against its earlier evaluation.</summary>
public class SampleDeltaTests
{
    private static readonly RunFiles Run = RunFiles.In(SampleRun.Bundled);
    private static readonly RunFiles Earlier = RunFiles.In(SampleRun.Earlier);

    [Fact]
    public void Lap_times_and_deltas_are_those_of_an_independent_computation()
    {
        DeltaChecks.AssertAsComputedFromText(Run);
        DeltaChecks.AssertAsComputedFromText(Earlier);
        DeltaChecks.AssertAsComputedFromText(Run, Earlier);
    }

    [Fact]
    public void The_best_lap_is_the_completed_one_with_the_least_official_time()
    {
        var (times, earlier) = (DeltaChecks.Compare(Run).Times, DeltaChecks.Compare(Earlier).Times);

        Assert.Equal((2, 15.360, LapStartSource.Metrics), (times.Best!.Number, times.SecondsOf(times.Best), times.Source));
        Assert.Equal((2, 15.367, LapStartSource.Metrics), (earlier.Best!.Number, earlier.SecondsOf(earlier.Best), earlier.Source));
    }

    [Fact]
    public void The_best_lap_against_itself_is_0_wherever_it_moves_on() => DeltaChecks.AssertBestAgainstItself(Run);

    [Fact]
    public void At_a_lap_s_end_the_delta_is_the_difference_of_the_lap_times_and_the_sum_of_its_sectors() =>
        DeltaChecks.AssertEndsAndSectors(Run);

    [Fact]
    public void Where_no_lap_was_completed_there_is_nothing_but_the_lap_before_to_compare_with()
    {
        var laps = new LapComparisons(new LapTimes(Some.Trace(SampleRun.Trace.Rows.Where(row => row.ProgressPercent < 90))));

        Assert.Null(laps.Times.Best);
        Assert.Equal([LapComparison.PreviousLap, LapComparison.Nothing], laps.Offered);
        Assert.All(laps.Deltas(LapComparison.BestLap).ToArray(), delta => Assert.True(double.IsNaN(delta)));
    }

    [Fact]
    public void Runs_are_compared_on_one_track_only()
    {
        var run = DeltaChecks.Compare(Run).Times;

        Assert.Null(SameTrack.DifferenceOf(Drives.BestOf(DeltaChecks.Compare(Earlier).Times.Trace), run));
        Assert.Equal(
            "drove a track of 20.0 m, this run one of 25.9 m", SameTrack.DifferenceOf(Drives.BestOf(Drives.Laps([0, 50, 100])), run));
    }

    [Fact]
    public void A_track_of_the_same_length_driven_the_other_way_round_is_another()
    {
        var backward = Some.Trace(SampleRun.Trace.Rows.Select(row => row with { Y = -row.Y }));

        var difference = SameTrack.DifferenceOf(Drives.BestOf(backward), new LapTimes(SampleRun.Trace));

        Assert.StartsWith("drove another track, direction or start: at equal progress the cars are ", difference, StringComparison.Ordinal);
    }
}
