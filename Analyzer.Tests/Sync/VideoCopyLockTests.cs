using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sync;

/// <summary>Copies of a video are read and locked as the video itself is.</summary>
public sealed class VideoCopyLockTests
{
    [Theory]
    [InlineData("at 30 fps", 6)]
    [InlineData("from the middle", 10)]
    [InlineData("from the middle", 3)]
    [InlineData("slide show", 6)]
    [InlineData("grey", 6)]
    [InlineData("shifted", 6)]
    [InlineData("coarse", 6)]
    [InlineData("with the clock at the top", 6)]
    public void A_copy_is_read_exactly_and_every_row_is_right(string kind, int seconds)
    {
        var score = ReadAndLock(kind, seconds);

        Assert.Equal(0, score.Wrong);
        Assert.InRange(score.Empty, 0, score.Values / 1000);
    }

    /// <summary>Digits fall between pixels there: what the picture says, less what the log tells against.</summary>
    [Theory]
    [InlineData("scaled down", 2)]
    [InlineData("scaled down", 4)]
    [InlineData("scaled down", 16)]
    [InlineData("scaled up", 2)]
    public void A_scaled_copy_is_read_right_or_not_at_all_and_every_row_is_right(string kind, int threads)
    {
        var score = ReadAndLock(kind, 6, threads);

        Assert.Equal(0, score.Wrong);
        Assert.InRange(score.Empty, 0, score.Values / 20);
    }

    private static HudScore ReadAndLock(string kind, int seconds, int threads = 2)
    {
        using var copy = VideoCopy.Of(SampleRun.BundledVideo, kind, seconds, threads);
        var scan = HudScanner.Scan(copy.Path, null, TestContext.Current.CancellationToken);

        var result = EvaluationLock.Of(SampleRun.Trace, EvaluationMetrics.Read(SampleRun.MetricsIn(SampleRun.Bundled)), scan);

        var truth = VideoCopy.Truth(SampleRun.Truth, kind, scan.Readings.Length);
        Assert.Empty(result.WrongFrames(truth.Rows));
        return HudScore.Of(result.Timeline.Readings, truth.Readings);
    }
}
