using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Tests.Support;
using FsCheck.Xunit;

namespace Analyzer.Tests.Laps;

public class LapDeltaTests
{
    private static readonly double[] Steady = [0, 25, 50, 75, 100];

    [Theory]
    [InlineData("as fast", new double[] { 0, 25, 50, 75, 100 }, new[] { 0, 0, 0, 0, 0 })]
    [InlineData("slower, between the other's rows", new double[] { 0, 10, 20, 30 }, new[] { 0, 60, 120, 180 })]
    [InlineData("faster", new double[] { 0, 50, 100 }, new[] { 0, -100, -200 })]
    [InlineData("standing still", new double[] { 0, 25, 25, 25, 50 }, new[] { 0, 0, 100, 200, 200 })]
    [InlineData("set back by a reset", new double[] { 0, 50, 40, 45, 60 }, new[] { 0, -100, 0, 100, 160 })]
    [InlineData("set forward by a reset", new double[] { 0, 10, 75 }, new[] { 0, 60, -100 })]
    [InlineData("beginning behind the line", new double[] { -2, -1, 25 }, new[] { 0, 100, 100 })]
    [InlineData("beyond the line", new double[] { 0, 100, 101, 130 }, new[] { 0, -300, -200, -100 })]
    [InlineData("broken off", new double[] { 0, 10 }, new[] { 0, 60 })]
    public void The_delta_is_the_time_behind_a_steady_lap_at_equal_progress(string _, double[] progress, int[] milliseconds)
    {
        var trace = Drives.Laps(progress);

        var laps = new LapComparisons(new LapTimes(trace), Drives.BestOf(Drives.Laps(Steady)));

        Assert.Equal(milliseconds, laps.Deltas(LapComparison.Against).ToArray().Select(delta => (int)Math.Round(delta * 1000)));
    }

    [Theory]
    [InlineData("with its first row what lies before that", new double[] { 5, 50, 100 }, 3, 0.1)]
    [InlineData("when it first came there, though it was put back", new double[] { 0, 50, 20, 60, 100 }, 50, 0.2)]
    [InlineData("linear on from where it stood last", new double[] { 0, 50, 50, 50, 100 }, 75, 0.45)]
    [InlineData("never", new double[] { 0, 50, 60 }, 61, double.NaN)]
    [InlineData("where progress is no number at first", new[] { double.NaN, 50, 100 }, 10, 0.2)]
    public void A_lap_first_reached_a_progress(string _, double[] progress, double percent, double seconds)
    {
        var times = new LapTimes(Drives.Laps(progress));

        Assert.Equal(seconds, times.FirstReached(times.Trace.Laps[0], percent), 1e-9);
    }

    [Fact]
    public void A_lap_is_completed_by_its_progress_or_by_the_log_s_word()
    {
        var times = new LapTimes(Some.Trace(
            Some.Row(episode: 0, progressPercent: 100),
            Some.Row(episode: 1, progressPercent: 99.9, status: EpisodeStatus.LapComplete),
            Some.Row(episode: 2, progressPercent: 99.9),
            Some.Row(episode: 3, progressPercent: double.PositiveInfinity)));

        Assert.Equal([true, true, false, false], times.Trace.Laps.Select(times.IsCompleted));
    }

    [Fact]
    public void A_lap_whose_beginning_is_not_in_the_log_is_not_compared()
    {
        var times = new LapTimes(Some.Trace(
            Some.Row(episode: 0, steps: 151, timestampMilliseconds: 10_000, progressPercent: 57),
            Some.Row(episode: 0, steps: 152, timestampMilliseconds: 10_067, progressPercent: 100),
            Some.Row(episode: 1, steps: 153, timestampMilliseconds: 10_133, progressPercent: 0.5),
            Some.Row(episode: 1, steps: 154, timestampMilliseconds: 20_000, progressPercent: 100)));

        Assert.Equal([false, true], times.Trace.Laps.Select(times.IsCompleted));
        Assert.Equal(2, times.Best?.Number);
        Assert.True(double.IsNaN(times.FirstReached(times.Trace.Laps[0], 20)));
    }

    [Fact]
    public void A_lap_within_which_the_time_steps_back_is_not_compared()
    {
        var times = new LapTimes(Some.Trace(
            Some.Row(episode: 0, timestampMilliseconds: 0),
            Some.Row(episode: 0, timestampMilliseconds: 9000, progressPercent: 100),
            Some.Row(episode: 1, timestampMilliseconds: 9100),
            Some.Row(episode: 1, timestampMilliseconds: 1000, progressPercent: 100)));

        Assert.Equal(1, times.Best?.Number);
    }

    [Fact]
    public void Each_comparison_has_its_lap_and_only_those_that_exist_are_offered()
    {
        var laps = new LapComparisons(new LapTimes(Drives.Laps([0, 50, 90, 100], [0, 60, 100], [0, 30])));

        Assert.Equal([LapComparison.BestLap, LapComparison.PreviousLap, LapComparison.Nothing], laps.Offered);
        Assert.Equal([2, 2, 2], laps.Times.Trace.Laps.Select(lap => laps.ReferenceOf(LapComparison.BestLap, lap)!.Lap.Number));
        Assert.Equal([null, 1, 2], laps.Times.Trace.Laps.Select(lap => laps.ReferenceOf(LapComparison.PreviousLap, lap)?.Lap.Number));
        Assert.Equal(LapComparison.BestLap, laps.First);
    }

    [Property(MaxTest = 300)]
    public void Whatever_the_progress_does_the_delta_keeps_its_bounds(double[] first, double[] second, bool completes)
    {
        double[][] driven = [[.. first.Append(completes ? 100 : 40)], [.. second.Append(7)]];

        var laps = new LapComparisons(new LapTimes(Drives.Laps(driven)));

        var (times, deltas) = (laps.Times, laps.Deltas(LapComparison.BestLap).ToArray());
        foreach (var row in times.Trace.Rows)
        {
            var lap = times.Trace.LapOf(row.Index);
            if (row.Index > lap.FirstRow) Assert.True(times.ProgressAt(row.Index) >= times.ProgressAt(row.Index - 1));
            var isDefined = times.Best is { } best && double.IsFinite(times.ProgressAt(row.Index));
            Assert.Equal(isDefined, !double.IsNaN(deltas[row.Index]));
            if (!isDefined) continue;
            Assert.InRange(deltas[row.Index], times.SecondsAt(row.Index) - times.SecondsOf(times.Best!), times.SecondsAt(row.Index));
        }
    }

    [Property(MaxTest = 100)]
    public void The_ghost_is_always_somewhere_on_its_lap(double[] progress, double seconds)
    {
        var ghost = Drives.BestOf(Drives.Laps([.. progress.Select(percent => double.IsFinite(percent) ? percent : 0), 100]));

        var (x, _) = ghost.PlaceAt(seconds);

        Assert.InRange(x, ghost.Run.Trace.Rows.Min(row => row.X), ghost.Run.Trace.Rows.Max(row => row.X));
    }
}
