using System.Text;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

public sealed class EvaluationMetricsTests : IDisposable
{
    private const string Remedy = "download the evaluation's metrics again, or remove the file to go by the log alone.";

    private readonly TempFolder folder = new();

    [Fact]
    public void Every_entry_is_a_lap()
    {
        var path = folder.Write("metrics.json", """
            {"metrics": [{"completion_percentage": 98.5, "metric_time": 22617, "start_time": 6149.0, "trial": 1,
              "elapsed_time_in_milliseconds": "16468", "episode_status": "Lap complete", "crash_count": 1, "immobilized_count": 2,
              "off_track_count": 3, "reversed_count": 4, "reset_count": 10}]}
            """);

        Assert.Equal(
            [new LapMetrics(6149, 22617, 16468, 98.5)],
            EvaluationMetrics.Read(path).Laps);
    }

    [Fact]
    public void What_a_newer_or_older_file_leaves_out_is_counted_from_the_rest()
    {
        var path = folder.Write("metrics.json", """{"version": 9, "metrics": [{"metric_time": 300, "start_time": 100},]}""");

        Assert.Equal(
            [new LapMetrics(100, 300, 200, double.NaN)],
            EvaluationMetrics.Read(path).Laps);
    }

    [Theory]
    [InlineData("two byte order marks", "utf-8", "\uFEFF\uFEFF")]
    [InlineData("UTF-16", "utf-16", "\uFEFF")]
    [InlineData("UTF-16 of which a script wrote the mark again", "utf-16", "\uFEFF\uFEFF")]
    [InlineData("UTF-16 without a mark", "utf-16", "")]
    [InlineData("UTF-16 without a mark, the high byte first", "utf-16BE", "")]
    public void It_may_be_in_any_encoding_that_editors_save(string what, string encoding, string marks)
    {
        Assert.NotEmpty(what);
        const string Text = """{"model": "Äöü – 車", "metrics": [{"metric_time": 300, "start_time": 100}]}""";
        var path = folder.Write("metrics.json", Encoding.GetEncoding(encoding).GetBytes(marks + Text));

        Assert.Equal([new LapMetrics(100, 300, 200, double.NaN)], EvaluationMetrics.Read(path).Laps);
    }

    public static TheoryData<string, string> BadFiles => new()
    {
        { "{\n\"metrics\": [\n}", $"FILE, line 3: this is not valid JSON (column 1); {Remedy}" },
        { "", $"FILE, line 1: this is not valid JSON (column 1); {Remedy}" },
        { "[]", $"FILE: there is no list \"metrics\", expected one entry a lap; {Remedy}" },
        { "{\"metrics\": 5}", $"FILE: there is no list \"metrics\", expected one entry a lap; {Remedy}" },
        { "{\"metrics\": [7]}", $"FILE: entry 1 of \"metrics\" has no number \"start_time\"; {Remedy}" },
        { "{\"metrics\": [{\"start_time\": \"x\"}]}", $"FILE: entry 1 of \"metrics\" has no number \"start_time\"; {Remedy}" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_one_clear_line(string content, string message)
    {
        var path = folder.Write("metrics.json", content);

        var error = Assert.Throws<RunException>(() => EvaluationMetrics.Read(path));

        Assert.Equal(message, error.Message.Replace(path, "FILE", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_of_times_beyond_all_bounds_fits_no_lap()
    {
        var path = folder.Write("metrics.json", """
            {"metrics": [{"start_time": 7050, "metric_time": -1e300, "elapsed_time_in_milliseconds": -7050}]}
            """);
        var trace = Some.Trace(Some.Row(timestampMilliseconds: 7110), Some.Row(timestampMilliseconds: 21290, done: true));

        Assert.Null(EvaluationMetrics.Read(path).MisfitMilliseconds(trace));
    }

    [Theory]
    [InlineData(7050, 21300, true, "one step before the first row")]
    [InlineData(7300, 21300, false, "begins later")]
    [InlineData(6700, 21300, true, "some steps before the first row, which the log lacks")]
    [InlineData(5000, 21300, false, "begins much earlier")]
    [InlineData(7050, 22000, false, "ends later: another evaluation of the same model")]
    public void A_lap_has_the_entry_that_begins_and_ends_with_it(long start, long end, bool fits, string why)
    {
        var trace = Some.Trace(
            Some.Row(timestampMilliseconds: 7030 + 80), Some.Row(timestampMilliseconds: 21290, done: true, progressPercent: 100));
        var metrics = new EvaluationMetrics("metrics.json", [Entry(500, 600), Entry(start == 7300 ? 7400 : start, end)]);

        Assert.True(fits == metrics.Of(trace, trace.Laps[0]) is { StartMilliseconds: not 500 }, why);
        Assert.True(fits == metrics.MisfitMilliseconds(trace) is not null, why);
    }

    [Theory]
    [InlineData("as it is", true)]
    [InlineData("rounded as the simulator rounds", true)]
    [InlineData("driven half a second later", false)]
    [InlineData("a lap that took 0.1 s longer", false)]
    [InlineData("a lap that went 2 % farther", false)]
    [InlineData("a lap whose time is not that between its start and end", false)]
    [InlineData("a lap missing", false)]
    public void Metrics_of_another_run_are_not_the_log_s(string what, bool fits)
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            var (trace, laps) = MadeUp(random);
            var changed = laps[random.Next(laps.Count)];
            var place = laps.IndexOf(changed);
            laps[place] = what switch
            {
                "rounded as the simulator rounds" => changed with
                {
                    EndMilliseconds = changed.EndMilliseconds + 8,
                    ElapsedMilliseconds = changed.ElapsedMilliseconds + 8,
                    CompletionPercent = Math.Floor(changed.CompletionPercent),
                },
                "driven half a second later" => changed with
                {
                    StartMilliseconds = changed.StartMilliseconds + 500,
                    EndMilliseconds = changed.EndMilliseconds + 500,
                },
                "a lap that took 0.1 s longer" => changed with
                {
                    EndMilliseconds = changed.EndMilliseconds + 100,
                    ElapsedMilliseconds = changed.ElapsedMilliseconds + 100,
                },
                "a lap that went 2 % farther" => changed with { CompletionPercent = changed.CompletionPercent + 2 },
                "a lap whose time is not that between its start and end" => changed with
                {
                    ElapsedMilliseconds = changed.ElapsedMilliseconds + 500,
                },
                _ => changed,
            };
            if (what == "a lap missing") laps.RemoveAt(place);

            Assert.True(fits == new EvaluationMetrics("metrics.json", [.. laps]).MisfitMilliseconds(trace) is not null, $"{what}, {seed}");
        }
    }

    [Theory]
    [InlineData("beside laps that fit", 2, 0, 0, true)]
    [InlineData("beside another run's", 2, 0, 300, false)]
    [InlineData("beside laps that fit, 50 ms from its own end", 2, 40, 0, true)]
    [InlineData("alone", 1, 0, 0, true)]
    [InlineData("alone, 50 ms from its end, as in another run of the model", 1, 40, 0, false)]
    public void A_first_lap_whose_beginning_is_missing_is_told_by_its_end(
        string what, int laps, long firstLater, long secondLater, bool fits)
    {
        SimTraceRow[] rows =
        [
            Some.Row(timestampMilliseconds: 15_000, steps: 120, progressPercent: 60),
            Some.Row(timestampMilliseconds: 21_290, steps: 210, progressPercent: 100, done: true),
            Some.Row(episode: 1, timestampMilliseconds: 22_400),
            Some.Row(episode: 1, timestampMilliseconds: 36_500, steps: 220, progressPercent: 100, done: true),
        ];
        var trace = Some.Trace(rows.Take(2 * laps));
        var metrics = new EvaluationMetrics(
            "metrics.json", [Entry(7050, 21_300 + firstLater), Entry(22_330 + secondLater, 36_510 + secondLater)]);
        (long, long)? first = metrics.LapTimes(trace) is [var official, ..] ? official : null;

        Assert.True(fits == metrics.MisfitMilliseconds(trace) is not null, what);
        Assert.Equal((what, fits ? (7050, 14_250 + firstLater) : ((long, long)?)null), (what, first));
    }

    // One to five laps that end anywhere.
    private static (SimTrace Trace, List<LapMetrics> Laps) MadeUp(Random random)
    {
        var (rows, laps, time) = (new List<SimTraceRow>(), new List<LapMetrics>(), 5_000L);
        var count = random.Next(1, 6);
        for (var lap = 0; lap < count; lap++)
        {
            var start = time;
            time += random.Next(15, 99);
            var (steps, progress) = (random.Next(30, 90), random.Next(3, 97) + 0.75);
            for (var step = 0; step < steps; step++, time += random.Next(60, 72))
            {
                rows.Add(Some.Row(
                    episode: lap, timestampMilliseconds: time, progressPercent: progress * step / (steps - 1), done: step == steps - 1));
            }

            var end = rows[^1].TimestampMilliseconds;
            laps.Add(new LapMetrics(start, end, end - start, progress));
        }

        return (Some.Trace(rows), laps);
    }

    private static LapMetrics Entry(long start, long end) => new(start, end, end - start, CompletionPercent: 100);

    public void Dispose() => folder.Dispose();
}
