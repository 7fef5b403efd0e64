using System.Collections.Immutable;
using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

/// <summary>The bundled sample, whole and with less and less of its HUD read: every frame gets its row.</summary>
public sealed class SampleLockTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_frame_gets_its_row(bool withMetrics)
    {
        var run = RecordedRun.Sample();

        var result = run.Lock(run.Readings, withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Equal(run.TrueRows.Count(row => row is not null), result.FramesLocked);
        Assert.Equal(722, result.SpeedConfirmed);
        Assert.InRange(result.MeanLagFrames, 3.5, 5.5);
        Assert.Empty(result.Remarks);
        Assert.Null(result.Mismatch);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Frames_whose_clock_is_unread_get_their_row_too(bool withMetrics)
    {
        var run = RecordedRun.Sample();
        foreach (var percent in new[] { 5, 50, 90 })
        {
            var random = new Random(percent);
            var readings = run.Readings.WithoutClock(_ => random.Next(100) < percent);

            var result = run.Lock(readings, withMetrics);

            Assert.Empty(result.FramesWrongByTheirSpeed(run.TrueRows));
            Assert.Contains(result.Remarks, remark => remark.Contains("without a readable race clock", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_video_that_begins_mid_run_locks(bool withMetrics)
    {
        var run = RecordedRun.Sample();
        var cut = run.Readings.Length / 3;

        var result = run.Lock(run.Readings[cut..], withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows[cut..]));
        Assert.Equal([$"The video begins at row {run.TrueRows[cut]} of the log (lap 1)."], result.Remarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_video_that_ends_early_locks(bool withMetrics)
    {
        var run = RecordedRun.Sample();
        var end = run.Readings.Length / 2;

        var result = run.Lock(run.Readings[..end], withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows[..end]));
        Assert.Equal([$"The video ends at row {run.TrueRows[end - 1]} of {run.Trace.Rows.Length} (lap 2)."], result.Remarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_copy_at_30_fps_locks_even_where_half_its_clocks_are_unread(bool withMetrics)
    {
        var run = RecordedRun.Sample().Twice();
        var random = new Random(1);

        var whole = run.Lock(run.Readings, withMetrics, 30);
        var half = run.Lock(run.Readings.WithoutClock(_ => random.Next(2) == 0), withMetrics, 30);

        Assert.Empty(whole.WrongFrames(run.TrueRows));
        Assert.Empty(half.WrongFrames(run.TrueRows));
        Assert.InRange(whole.MeanLagFrames, 3.5, 5.5);
    }

    [Fact]
    public void Without_any_clock_speeds_give_every_frame_its_row()
    {
        var run = RecordedRun.Sample();
        var readings = run.Readings.WithoutClock(_ => true);
        var cut = readings.Length / 3;

        var whole = run.Lock(readings);
        var part = run.Lock(readings[cut..]);

        Assert.Equal((SyncMode.Speed, 0), (whole.Timeline.Sync, whole.FramesLocked));
        Assert.Empty(whole.FramesWrongByTheirSpeed(run.TrueRows));
        Assert.Empty(part.FramesWrongByTheirSpeed(run.TrueRows[cut..]));
        Assert.Equal("No race clock could be read: frames are aligned by their speeds, exact where the car moves.", whole.Remarks[0]);
    }

    [Fact]
    public void Without_clock_and_speed_rows_are_at_most_two_off_where_no_step_takes_twice_as_long()
    {
        var run = RecordedRun.Sample().WithEvenSteps();

        var result = run.Lock(run.Readings.WithoutClock(_ => true).WithoutSpeed(), withMetrics: false);

        var rows = result.Rows();
        Assert.Equal((SyncMode.Time, 0), (result.Timeline.Sync, result.FramesLocked));
        Assert.All(rows.Index(), frame => Assert.InRange((frame.Item ?? -1) - (run.TrueRows[frame.Index] ?? -1), -2, 2));
        Assert.Null(result.Mismatch);
        Assert.Equal(["Neither race clock nor speed could be read: frames are aligned by time and may be some rows off."], result.Remarks);
    }

    [Fact]
    public void A_long_stretch_without_a_clock_is_found_by_its_speeds()
    {
        var run = RecordedRun.Sample();

        var result = run.Lock(run.Readings.WithoutClock(frame => frame is > 100 and < 650));

        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Empty(result.FramesWrongByTheirSpeed(run.TrueRows));
    }

    [Fact]
    public void Clocks_between_the_rows_show_the_last_row_before()
    {
        var run = RecordedRun.Sample();
        var random = new Random(1);
        var readings = run.Readings.Select(reading => reading with { ClockMilliseconds = Later(reading.ClockMilliseconds) })
            .ToImmutableArray();

        var result = run.Lock(readings);

        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Empty(result.WrongFrames(run.TrueRows));

        int? Later(int? clock) => clock > 0 ? clock + random.Next(30) : clock;
    }
}
