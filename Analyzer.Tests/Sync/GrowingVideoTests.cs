using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sync;

/// <summary>A video of which only the beginning has been read.</summary>
public sealed class GrowingVideoTests
{
    private const double FramesPerSecond = 15;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_frames_that_are_sure_keep_their_rows_when_the_video_goes_on(bool hasMetrics)
    {
        var metrics = hasMetrics ? EvaluationMetrics.Read(SampleRun.MetricsIn(SampleRun.Bundled)) : null;
        var whole = Lock(SampleRun.FrameCount, metrics).Timeline;

        for (var frames = 20; frames < SampleRun.FrameCount; frames += 47)
        {
            var beginning = Lock(frames, metrics);

            Assert.InRange(beginning.SureFrames, frames > 60 ? frames - 30 : 0, frames);
            var timeline = beginning.Timeline.BeginningOf(beginning.SureFrames, SampleRun.FrameCount);
            Assert.Equal(
                Enumerable.Range(0, beginning.SureFrames).Select(frame => whole.RowAt(frame)?.Index),
                Enumerable.Range(0, beginning.SureFrames).Select(frame => timeline.RowAt(frame)?.Index));
        }
    }

    [Fact]
    public void Nothing_is_sure_where_the_log_is_another_runs()
    {
        var other = SimTraceReader.Read(SampleRun.LogIn(SampleRun.Earlier));

        var locked = EvaluationLock.Of(other, null, new HudScan([.. SampleRun.Readings.Take(300)], FramesPerSecond));

        Assert.Equal(0, locked.SureFrames);
    }

    [Fact]
    public void Of_frames_that_were_not_read_nothing_is_known()
    {
        var timeline = Lock(300, metrics: null).Timeline.BeginningOf(200, SampleRun.FrameCount);

        Assert.Equal((SampleRun.FrameCount, 200), (timeline.FrameCount, timeline.FramesRead));
        Assert.True(timeline.IsRead(199));
        Assert.False(timeline.IsRead(200));
        Assert.NotNull(timeline.RowAt(199));
        Assert.Null(timeline.RowAt(200));
        Assert.Equal(default, timeline.Readings[200]);
    }

    private static LockResult Lock(int frames, EvaluationMetrics? metrics) =>
        EvaluationLock.Of(SampleRun.Trace, metrics, new HudScan([.. SampleRun.Readings.Take(frames)], FramesPerSecond));
}
