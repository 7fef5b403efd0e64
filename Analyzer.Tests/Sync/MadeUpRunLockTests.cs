using Analyzer.Hud;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using FsCheck.Xunit;

namespace Analyzer.Tests.Sync;

[Properties(Arbitrary = [typeof(MadeUpRun)], MaxTest = 200, QuietOnSuccess = true)]
public sealed class MadeUpRunLockTests
{
    [Property]
    public void A_frame_whose_clock_is_read_right_gets_its_row(MadeUpRun run)
    {
        var made = run.Make();

        AssertRightWhereRead(made, made.Lock(.., withMetrics: true, withClocks: true), 0);
    }

    [Property]
    public void Without_metrics_it_gets_its_row_too(MadeUpRun run)
    {
        var made = run.Make();

        AssertRightWhereRead(made, made.Lock(.., withMetrics: false, withClocks: true), 0);
    }

    [Property]
    public void A_part_of_the_video_locks_as_well(MadeUpRun run)
    {
        var made = run.Make();
        var (first, end) = (made.Frames.Length / 4, made.Frames.Length * 3 / 4);

        AssertRightWhereRead(made, made.Lock(first..end, withMetrics: true, withClocks: true), first);
    }

    [Property]
    public void Rows_never_go_backwards(MadeUpRun run)
    {
        foreach (var withClocks in new[] { true, false })
        {
            var rows = run.Make().Lock(.., withMetrics: true, withClocks).Rows().OfType<int>().ToArray();

            Assert.Equal(rows.Order(), rows);
        }
    }

    [Property]
    public void By_speed_alone_nine_in_ten_moving_frames_and_more_get_their_row(MadeUpRun run)
    {
        var made = (run with { DropPercent = Math.Min(run.DropPercent, 1), RepeatPercent = Math.Min(run.RepeatPercent, 1) }).Make();

        var result = made.Lock(.., withMetrics: false, withClocks: false);

        Assert.Equal(SyncMode.Speed, result.Timeline.Sync);
        var moving = Enumerable.Range(0, made.Frames.Length).Where(frame => made.Frames[frame].Reading.SpeedCentimetresPerSecond > 0)
            .ToArray();
        var right = moving.Count(frame => result.Timeline.RowAt(frame)?.Index == made.Frames[frame].Row);
        Assert.True(right >= 0.9 * moving.Length, $"{right} of {moving.Length} right");
    }

    [Property]
    public void Another_runs_log_is_noticed(MadeUpRun run, MadeUpRun other)
    {
        var made = run.Make();
        var stranger = (other with { Seed = run.Seed + 1 }).Make();

        var result = (made with { Trace = stranger.Trace, LapTimes = stranger.LapTimes }).Lock(.., withMetrics: true, withClocks: true);

        Assert.NotNull(result.Mismatch);
        Assert.Equal(SyncMode.Time, result.Timeline.Sync);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 15)]
    [InlineData(100, 0)]
    [InlineData(100, double.NaN)]
    public void A_video_without_frames_rate_or_readings_goes_by_time(int frames, double framesPerSecond)
    {
        var made = new MadeUpRun(1, 1, IsContinuous: false, 1, 0, 0, 0, 0).Make();

        foreach (var trace in new[] { made.Trace, Some.Trace(Some.Row()) })
        {
            var result = FrameLocker.Lock(trace, null, [.. new HudReading[frames]], framesPerSecond);

            Assert.Equal((SyncMode.Time, frames), (result.Timeline.Sync, result.Timeline.FrameCount));
            Assert.Null(result.Mismatch);
        }
    }

    [Fact]
    public void An_hour_of_video_locks_in_no_time()
    {
        var run = new MadeUpRun(1, 420, IsContinuous: false, 1, DropPercent: 1, RepeatPercent: 1, UnreadPercent: 5, WrongPercent: 1).Make();
        Assert.True(run.Frames.Length > 54_000);

        var another = run with { Trace = new MadeUpRun(2, 420, IsContinuous: false, 1, 0, 0, 0, 0).Make().Trace };

        var time = ProcessorTime.Of(() =>
        {
            run.Lock(.., withMetrics: false, withClocks: true);
            run.Lock(.., withMetrics: false, withClocks: false);
            another.Lock(.., withMetrics: false, withClocks: true);
        });

        // Each takes about a tenth of a second; anything quadratic would take minutes.
        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static void AssertRightWhereRead(MadeUpRun.Made made, LockResult result, int firstFrame)
    {
        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        for (var frame = 0; frame < result.Timeline.FrameCount; frame++)
        {
            if (!IsSure(firstFrame + frame)) continue;
            Assert.Equal((frame, made.Frames[firstFrame + frame].Row), (frame, result.Timeline.RowAt(frame)?.Index));
        }

        // A digit misread may make just the clock of the row after next; of the two frames that then contradict each other, either may win.
        bool IsSure(int frame) => made.Frames[frame].IsRight && Enumerable.Range(frame - 2, 5)
            .All(other => other < 0 || other >= made.Frames.Length || !made.Frames[other].IsMisread);
    }
}
