using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Laps;

public class OfficialTimesTests
{
    // Two laps of 10 steps of 67 ms; by their first rows the first is the quicker one, by their official starts the second.
    private static readonly long[] Starts = [1_000, 2_000];
    private static readonly long[] FirstRows = [1_090, 2_015];
    private static readonly long[] Elapsed = [95 + (10 * 67), 25 + (10 * 67)];

    private static readonly SimTrace Run = Some.Trace(Enumerable.Range(0, 22).Select(row => Some.Row(
        episode: row / 11,
        timestampMilliseconds: FirstRows[row / 11] + (row % 11 * 67),
        progressPercent: row % 11 * 10,
        done: row % 11 == 10)));

    private static readonly EvaluationMetrics Metrics = new("m.json", [LapMetricsOf(0), LapMetricsOf(1)]);

    [Fact]
    public void By_the_metrics_a_lap_starts_before_its_first_row_and_ends_with_its_official_time()
    {
        var times = new LapTimes(OfficialTimes.Of(Run, Metrics, timeline: null));

        Assert.Equal(LapStartSource.Metrics, times.Source);
        Assert.Equal(2, times.Best!.Number);
        Assert.Equal([0.765, 0.695], Run.Laps.Select(times.SecondsOf));
        Assert.Equal([0.09, 0.157, 0.765], new[] { 0, 1, 10 }.Select(times.SecondsAt));
        Assert.Equal(0.07, new LapComparisons(times).Deltas(LapComparison.BestLap)[10], 1e-9);
    }

    [Fact]
    public void Metrics_of_another_run_are_not_used()
    {
        var others = Metrics with
        {
            Laps = [.. Metrics.Laps.Select(lap => lap with { StartMilliseconds = lap.StartMilliseconds + 5_000 })],
        };

        Assert.Equal(LapStartSource.Estimated, OfficialTimes.Of(Run, others, timeline: null).Source);
    }

    [Fact]
    public void A_lap_that_the_log_does_not_hold_to_its_end_has_the_time_until_its_last_row()
    {
        var cut = Some.Trace(Run.Rows[..^3]);

        var times = new LapTimes(OfficialTimes.Of(cut, Metrics, timeline: null));

        Assert.Equal([0.765, 0.015 + (7 * 0.067)], cut.Laps.Select(times.SecondsOf), new Nearly());
    }

    [Fact]
    public void Without_metrics_the_race_clock_in_the_video_tells_when_each_lap_started()
    {
        var times = new LapTimes(OfficialTimes.Of(Run, metrics: null, FilmedWithClock(_ => true)));

        Assert.Equal(LapStartSource.Clock, times.Source);
        Assert.Equal(Starts, times.Trace.Laps.Select(lap => times.OfficialOf(lap).StartMilliseconds + (lap.Number == 1 ? 0 : 5)));
        Assert.All(Run.Laps, lap => Assert.InRange(times.SecondsOf(lap) - (Elapsed[lap.Number - 1] / 1000.0), -0.01, 0.01));
    }

    [Fact]
    public void A_lap_whose_clock_was_never_read_is_estimated_and_so_is_the_next_one_s_start()
    {
        var official = OfficialTimes.Of(Run, metrics: null, FilmedWithClock(row => row.Episode == 1));

        Assert.Equal([LapStartSource.Estimated, LapStartSource.Estimated], official.Laps.Select(lap => lap.Source));
    }

    [Fact]
    public void With_nothing_but_the_log_a_lap_starts_one_median_step_before_its_first_row()
    {
        var official = OfficialTimes.Of(Run, metrics: null, timeline: null);

        Assert.Equal(LapStartSource.Estimated, official.Source);
        Assert.Equal(FirstRows.Select(first => first - 67), official.Laps.Select(lap => lap.StartMilliseconds));
        Assert.Equal([11 * 67, 11 * 67], official.Laps.Select(lap => lap.ElapsedMilliseconds));
    }

    [Fact]
    public void Of_the_bundled_sample_the_metrics_and_the_clock_tell_the_same_times()
    {
        using var sample = SampleRun.Read();
        var timeline = sample.Open().Run.Evaluation.Timeline;
        var folder = Path.Combine(sample.Model, "metrics");
        var metrics = EvaluationMetrics.Read(Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Single());

        var byMetrics = OfficialTimes.Of(timeline.Trace, metrics, timeline).Laps;
        var byClock = OfficialTimes.Of(timeline.Trace, metrics: null, timeline).Laps;

        Assert.Equal(metrics.Laps.Select(lap => lap.ElapsedMilliseconds), byMetrics.Select(lap => lap.ElapsedMilliseconds));
        Assert.All(byClock, lap => Assert.Equal(LapStartSource.Clock, lap.Source));
        Assert.All(byMetrics.Zip(byClock), pair =>
            Assert.InRange(pair.First.StartMilliseconds - pair.Second.StartMilliseconds, -10, 10));
        Assert.Equal(byMetrics[0].StartMilliseconds, byClock[0].StartMilliseconds);
    }

    private static LapMetrics LapMetricsOf(int lap) => new(
        Starts[lap], Starts[lap] + Elapsed[lap], Elapsed[lap], CompletionPercent: 100);

    // Frame k shows row k.
    private static Timeline FilmedWithClock(Func<SimTraceRow, bool> isRead)
    {
        var readings = Run.Rows.Select(row => new HudReading(
            100,
            isRead(row) ? (int)((row.Episode * Elapsed[0]) + row.TimestampMilliseconds - Starts[row.Episode]) : null));
        return new Timeline(Run, [.. readings], [.. Run.Rows.Select(row => (int?)row.Index)], 15, SyncMode.Clock);
    }

    private sealed class Nearly : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double obj) => 0;
    }
}
