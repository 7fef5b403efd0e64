using System.Collections.Immutable;
using System.Diagnostics;
using Analyzer.Hud;
using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

public sealed class RecordedRunLockTests
{
    public static TheoryData<string, bool> Runs => new()
    {
        { "july_pro", true },
        { "july_pro", false },
        { "reinvent", true },
        { "reinvent", false },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_frame_gets_its_row(string name, bool withMetrics)
    {
        var run = RecordedRun.Named(name);

        var result = run.Lock(run.Readings, withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Equal(run.TrueRows.Count(row => row is not null), result.FramesLocked);
        Assert.Equal(name == "july_pro" ? 1959 : 682, result.SpeedConfirmed);
        Assert.InRange(result.MeanLagFrames, 3.5, 5.5);
        Assert.Empty(result.Remarks);
        Assert.Null(result.Mismatch);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Frames_whose_clock_is_unread_get_their_row_too(string name, bool withMetrics)
    {
        var run = RecordedRun.Named(name);
        foreach (var percent in new[] { 5, 50, 90 })
        {
            var random = new Random(percent);
            var readings = run.Readings.WithoutClock(_ => random.Next(100) < percent);

            var result = run.Lock(readings, withMetrics);

            Assert.Empty(result.WrongFrames(run.TrueRows));
            Assert.Contains(result.Remarks, remark => remark.Contains("without a readable race clock", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_video_that_begins_mid_run_locks(string name, bool withMetrics)
    {
        var run = RecordedRun.Named(name);
        var cut = run.Readings.Length / 3;

        var result = run.Lock(run.Readings[cut..], withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows[cut..]));
        Assert.Equal([$"The video begins at row {run.TrueRows[cut]} of the log (lap 1)."], result.Remarks);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_video_that_ends_early_locks(string name, bool withMetrics)
    {
        var run = RecordedRun.Named(name);
        var end = run.Readings.Length / 2;

        var result = run.Lock(run.Readings[..end], withMetrics);

        Assert.Empty(result.WrongFrames(run.TrueRows[..end]));
        Assert.Equal([$"The video ends at row {run.TrueRows[end - 1]} of {run.Trace.Rows.Length} (lap 2)."], result.Remarks);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_copy_at_30_fps_locks_even_where_half_its_clocks_are_unread(string name, bool withMetrics)
    {
        var run = RecordedRun.Named(name).Twice();
        var random = new Random(1);

        var whole = run.Lock(run.Readings, withMetrics, 30);
        var half = run.Lock(run.Readings.WithoutClock(_ => random.Next(2) == 0), withMetrics, 30);

        Assert.Empty(whole.WrongFrames(run.TrueRows));
        Assert.Empty(half.WrongFrames(run.TrueRows));
        Assert.InRange(whole.MeanLagFrames, 3.5, 5.5);
    }

    [Theory]
    [InlineData("july_pro")]
    [InlineData("reinvent")]
    public void Without_any_clock_speeds_give_every_frame_its_row(string name)
    {
        var run = RecordedRun.Named(name);
        var readings = run.Readings.WithoutClock(_ => true);
        var cut = readings.Length / 3;

        var whole = run.Lock(readings);
        var part = run.Lock(readings[cut..]);

        Assert.Equal((SyncMode.Speed, 0), (whole.Timeline.Sync, whole.FramesLocked));
        Assert.Empty(whole.WrongFrames(run.TrueRows));
        Assert.Empty(part.WrongFrames(run.TrueRows[cut..]));
        Assert.Equal(["No race clock could be read: frames are aligned by their speeds, exact where the car moves."], whole.Remarks);
    }

    [Theory]
    [InlineData("july_pro")]
    [InlineData("reinvent")]
    public void Without_clock_and_speed_rows_are_at_most_two_off(string name)
    {
        var run = RecordedRun.Named(name);

        var result = run.Lock(run.Readings.WithoutClock(_ => true).WithoutSpeed());

        var rows = result.Rows();
        Assert.Equal((SyncMode.Time, 0), (result.Timeline.Sync, result.FramesLocked));
        Assert.All(rows.Index(), frame => Assert.InRange((frame.Item ?? -1) - (run.TrueRows[frame.Index] ?? -1), -2, 2));
        Assert.Null(result.Mismatch);
        Assert.Equal(["Neither race clock nor speed could be read: frames are aligned by time and may be some rows off."], result.Remarks);
    }

    [Fact]
    public void A_long_stretch_without_a_clock_is_found_by_its_speeds()
    {
        var run = RecordedRun.JulyPro();

        var result = run.Lock(run.Readings.WithoutClock(frame => frame is > 300 and < 1700));

        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Empty(result.WrongFrames(run.TrueRows));
    }

    [Fact]
    public void Clocks_between_the_rows_show_the_last_row_before()
    {
        var run = RecordedRun.Reinvent();
        var random = new Random(1);
        var readings = run.Readings.Select(reading => reading with { ClockMilliseconds = Later(reading.ClockMilliseconds) })
            .ToImmutableArray();

        var result = run.Lock(readings);

        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.Empty(result.WrongFrames(run.TrueRows));

        int? Later(int? clock) => clock > 0 ? clock + random.Next(30) : clock;
    }

    [Fact]
    public void One_wrong_clock_does_not_derail_the_others()
    {
        var run = RecordedRun.JulyPro();
        var far = run.Readings[2000].ClockMilliseconds;
        var readings = run.Readings.SetItem(700, run.Readings[700] with { ClockMilliseconds = far });

        var result = run.Lock(readings);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(["1 frame with a race clock that contradicts the others: not used."], result.Remarks);
    }

    [Fact]
    public void A_video_that_goes_on_after_the_log_shows_no_row_there()
    {
        var run = RecordedRun.Reinvent();
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
        var run = RecordedRun.Reinvent();
        bool IsKept(int frame) => frame is < 100 or > 103;
        var readings = run.Readings.Where((_, frame) => IsKept(frame)).ToImmutableArray();

        var result = run.Lock(readings);

        Assert.Empty(result.WrongFrames([.. run.TrueRows.Where((_, frame) => IsKept(frame))]));
        Assert.Equal(["4 rows are in no frame: the video dropped pictures there."], result.Remarks);
    }

    [Fact]
    public void A_continuous_race_locks_with_and_without_its_metrics()
    {
        var run = RecordedRun.DrfcContinuous();
        var readings = run.IdealReadings();

        foreach (var withMetrics in new[] { true, false })
        {
            var result = run.Lock(readings, withMetrics);

            Assert.Empty(result.WrongFrames(run.TrueRows));
            Assert.Equal(readings.Length, result.FramesLocked);
        }
    }

    [Theory]
    [InlineData("july_pro", "reinvent")]
    [InlineData("reinvent", "july_pro")]
    [InlineData("reinvent", "console")]
    public void Another_runs_log_is_noticed(string video, string log)
    {
        var readings = RecordedRun.Named(video).Readings;
        var other = RecordedRun.Named(log);
        var views = new[] { readings, readings.WithoutClock(_ => true), readings.WithoutSpeed() };
        foreach (var (view, withMetrics) in views.SelectMany(view => new[] { (view, true), (view, false) }))
        {
            var result = other.Lock(view, withMetrics);

            Assert.Equal((SyncMode.Time, 0), (result.Timeline.Sync, result.FramesLocked));
            Assert.StartsWith("The log is not this video's: ", result.Mismatch, StringComparison.Ordinal);
            Assert.Contains("--log FILE", result.Mismatch, StringComparison.Ordinal);
            Assert.Equal(result.Mismatch, result.Remarks[0]);
        }
    }

    [Fact]
    public void Another_runs_metrics_are_noticed_and_not_used()
    {
        var run = RecordedRun.Reinvent() with { LapTimes = RecordedRun.Console().LapTimes };

        var result = run.Lock(run.Readings);

        Assert.Empty(result.WrongFrames(run.TrueRows));
        Assert.Equal(["The lap times in the metrics are not this log's: they were estimated from the log."], result.Remarks);
    }

    [Fact]
    public void An_hour_of_video_locks_in_no_time()
    {
        var run = new MadeUpRun(1, 420, IsContinuous: false, 1, DropPercent: 1, RepeatPercent: 1, UnreadPercent: 5, WrongPercent: 1).Make();
        Assert.True(run.Frames.Length > 54_000);

        var watch = Stopwatch.StartNew();
        run.Lock(.., withMetrics: false, withClocks: true);
        run.Lock(.., withMetrics: false, withClocks: false);
        (run with { Trace = new MadeUpRun(2, 420, IsContinuous: false, 1, 0, 0, 0, 0).Make().Trace }).Lock(
            ..,
            withMetrics: false,
            withClocks: true);

        // Each takes about a tenth of a second; anything quadratic would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed}");
    }
}
