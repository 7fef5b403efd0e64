using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

public sealed class RecordedRunLockTests
{
    [Theory]
    [InlineData("july_pro")]
    [InlineData("reinvent")]
    public void Every_frame_of_a_recorded_run_gets_its_true_row(string name)
    {
        var run = RecordedRun.Named(name);

        var result = FrameLocker.Lock(run.Trace, run.LapTimes, run.Readings, 15);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Equal(run.TrueRows.Count(row => row is not null), result.FramesLocked);
    }

    [Theory]
    [InlineData("july_pro", 5)]
    [InlineData("july_pro", 50)]
    [InlineData("reinvent", 5)]
    [InlineData("reinvent", 50)]
    public void Frames_whose_clock_is_unread_still_get_their_true_row(string name, int percent)
    {
        var run = RecordedRun.Named(name);

        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var readings = run.Readings.WithoutClock(_ => random.Next(100) < percent);
            var result = FrameLocker.Lock(run.Trace, run.LapTimes, readings, 15);

            Assert.Empty(result.WrongFrames(run.TrueRows));
        }
    }

    [Theory]
    [InlineData("july_pro")]
    [InlineData("reinvent")]
    public void Without_metrics_the_clock_is_found_from_log_and_readings(string name)
    {
        var run = RecordedRun.Named(name);

        var result = FrameLocker.Lock(run.Trace, null, run.Readings, 15);

        Assert.Empty(result.WrongFrames(run.TrueRows));
    }
}
