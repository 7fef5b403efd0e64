using Analyzer.Hud;
using Analyzer.Sync;
using Analyzer.Tests.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sync;

/// <summary>Real runs are locked as the sample is.</summary>
public sealed class SharedLockTests
{
    public static TheoryData<string, bool> Runs => new()
    {
        { "july_pro", true },
        { "july_pro", false },
        { "reinvent", true },
        { "reinvent", false },
    };

    [SharedTheory]
    [MemberData(nameof(Runs))]
    public void Every_frame_gets_its_row(string name, bool withMetrics)
    {
        var run = RecordedRun.Shared(name);

        var result = run.Lock(run.Readings, withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Equal(run.TrueRows.Count(row => row is not null), result.FramesLocked);
        Assert.Equal(name == "july_pro" ? 1959 : 682, result.SpeedConfirmed);
        Assert.InRange(result.MeanLagFrames, 3.5, 5.5);
        Assert.Empty(result.Remarks);
        Assert.Null(result.Mismatch);
    }

    [SharedTheory]
    [MemberData(nameof(Runs))]
    public void Frames_whose_clock_is_unread_get_their_row_too(string name, bool withMetrics)
    {
        var run = RecordedRun.Shared(name);
        foreach (var percent in new[] { 5, 50, 90 })
        {
            var random = new Random(percent);
            var readings = run.Readings.WithoutClock(_ => random.Next(100) < percent);

            var result = run.Lock(readings, withMetrics);

            Assert.Empty(result.WrongFrames(run.TrueRows));
            Assert.Contains(result.Remarks, remark => remark.Contains("without a readable race clock", StringComparison.Ordinal));
        }
    }

    [SharedTheory]
    [InlineData("july_pro")]
    [InlineData("reinvent")]
    public void Without_any_clock_speeds_give_every_frame_its_row(string name)
    {
        var run = RecordedRun.Shared(name);
        var readings = run.Readings.WithoutClock(_ => true);
        var cut = readings.Length / 3;

        var whole = run.Lock(readings);
        var part = run.Lock(readings[cut..]);

        Assert.Equal((SyncMode.Speed, 0), (whole.Timeline.Sync, whole.FramesLocked));
        Assert.Empty(whole.WrongFrames(run.TrueRows));
        Assert.Empty(part.WrongFrames(run.TrueRows[cut..]));
        Assert.Equal(["No race clock could be read: frames are aligned by their speeds, exact where the car moves."], whole.Remarks);
    }

    [SharedTheory]
    [InlineData(2)]
    [InlineData(6)]
    public void A_scaled_copy_is_read_right_or_not_at_all_and_every_row_is_right(int threads)
    {
        var run = RecordedRun.Shared("july_pro");
        using var copy = VideoCopy.Of(SharedFiles.Path("runs/july_pro/evaluation-0-video.mp4"), "scaled down", 40, threads);
        var scan = HudScanner.Scan(copy.Path, null, TestContext.Current.CancellationToken);

        var result = EvaluationLock.Of(run.Trace, null, scan);

        Assert.Empty(result.WrongFrames(run.TrueRows[..scan.Readings.Length]));
        var score = HudScore.Of(result.Timeline.Readings, run.Readings[..scan.Readings.Length]);
        Assert.InRange(score.Wrong, 0, score.Values / 1000);
        Assert.InRange(score.Empty, 0, score.Values / 20);
    }

    [SharedFact]
    public void A_continuous_race_locks_with_and_without_its_metrics()
    {
        var run = RecordedRun.Shared("continuous").FilmedOnce();

        foreach (var withMetrics in new[] { true, false })
        {
            var result = run.Lock(run.Readings, withMetrics);

            Assert.Empty(result.WrongFrames(run.TrueRows));
            Assert.Equal(run.Readings.Length, result.FramesLocked);
        }
    }

    [SharedTheory]
    [InlineData("july_pro", "reinvent")]
    [InlineData("reinvent", "july_pro")]
    [InlineData("reinvent", "console")]
    public void Another_runs_log_is_noticed(string video, string log)
    {
        var readings = RecordedRun.Shared(video).Readings;
        var other = RecordedRun.Shared(log);
        var views = new[] { readings, readings.WithoutClock(_ => true), readings.WithoutSpeed() };
        foreach (var (view, withMetrics) in views.SelectMany(view => new[] { (view, true), (view, false) }))
            LockChecks.AssertAnotherRuns(other.Lock(view, withMetrics));
    }
}
