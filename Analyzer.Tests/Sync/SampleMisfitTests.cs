using System.Collections.Immutable;
using Analyzer.Hud;

namespace Analyzer.Tests.Sync;

/// <summary>Where video, log and metrics of the bundled sample do not quite belong together, it is said.</summary>
public sealed class SampleMisfitTests
{
    [Fact]
    public void One_wrong_clock_does_not_derail_the_others()
    {
        var run = RecordedRun.Sample();
        var far = run.Readings[700].ClockMilliseconds;
        var readings = run.Readings.SetItem(200, run.Readings[200] with { ClockMilliseconds = far });

        var result = run.Lock(readings);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(["1 frame with a race clock that contradicts the others: not used."], result.Remarks);
    }

    [Fact]
    public void Clocks_that_run_backwards_are_not_used_and_no_row_is_shown()
    {
        var run = RecordedRun.Sample();

        var result = run.Lock([.. run.Readings.Take(250).Reverse()]);

        Assert.All(Enumerable.Range(0, 250), frame => Assert.Null(result.Timeline.RowAt(frame)));
        Assert.Equal(
            ["246 frames with a race clock that contradicts the others: not used.", "No frame shows a row of the log."], result.Remarks);
    }

    [Fact]
    public void A_video_that_goes_on_after_the_log_shows_no_row_there()
    {
        var run = RecordedRun.Sample();
        var last = run.Readings[^1];
        var after = Enumerable.Range(1, 40).Select(i => new HudReading(50 + i, last.ClockMilliseconds + (67 * i)));
        var readings = run.Readings.Add(last).AddRange(after);

        var result = run.Lock(readings);

        Assert.Empty(result.WrongFrames([.. run.TrueRows, run.TrueRows[^1], .. Enumerable.Repeat((int?)null, 40)]));
        Assert.Equal(["The log ends before the video: the last 40 frames show no row."], result.Remarks);
    }

    [Fact]
    public void Dropped_pictures_are_said()
    {
        var run = RecordedRun.Sample();
        bool IsKept(int frame) => frame is < 100 or > 103;
        var readings = run.Readings.Where((_, frame) => IsKept(frame)).ToImmutableArray();

        var result = run.Lock(readings);

        Assert.Empty(result.WrongFrames([.. run.TrueRows.Where((_, frame) => IsKept(frame))]));
        Assert.Equal(["4 rows are in no frame: the video dropped pictures there."], result.Remarks);
    }

    [Fact]
    public void Another_runs_metrics_are_noticed_and_not_used()
    {
        var run = RecordedRun.Sample() with { LapTimes = RecordedRun.Earlier().LapTimes };

        var result = run.Lock(run.Readings);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(["The lap times in the metrics are not this log's: they were estimated from the log."], result.Remarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_runs_log_is_noticed(bool withMetrics)
    {
        var readings = RecordedRun.Sample().Readings;
        foreach (var view in new[] { readings, readings.WithoutClock(_ => true), readings.WithoutSpeed() })
            LockChecks.AssertAnotherRuns(RecordedRun.Earlier().Lock(view, withMetrics));
    }
}
