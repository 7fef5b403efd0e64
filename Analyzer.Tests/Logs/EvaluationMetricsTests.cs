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
            [new LapMetrics(1, 6149, 22617, 16468, EpisodeStatus.LapComplete, "Lap complete", 98.5, 3, 1, 2, 4, 10)],
            EvaluationMetrics.Read(path).Laps);
    }

    [Fact]
    public void What_a_newer_or_older_file_leaves_out_is_counted_from_the_rest()
    {
        var path = folder.Write("metrics.json", """{"version": 9, "metrics": [{"metric_time": 300, "start_time": 100},]}""");

        Assert.Equal([new LapMetrics(1, 100, 300, 200, EpisodeStatus.Unknown, "", 0, 0, 0, 0, 0, 0)], EvaluationMetrics.Read(path).Laps);
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

    [Theory]
    [InlineData(7050, 21300, true, "one step before the first row")]
    [InlineData(7300, 21300, false, "begins later")]
    [InlineData(6700, 21300, false, "begins much earlier")]
    [InlineData(7050, 22000, false, "ends later: another evaluation of the same model")]
    public void A_lap_has_the_entry_that_begins_and_ends_with_it(long start, long end, bool fits, string why)
    {
        var trace = Some.Trace(
            Some.Row(timestampMilliseconds: 7030 + 80), Some.Row(timestampMilliseconds: 21290, done: true));
        var metrics = new EvaluationMetrics("metrics.json", [Entry(1, 500, 600), Entry(2, start == 7300 ? 7400 : start, end)]);

        Assert.True(fits == metrics.Of(trace, trace.Laps[0]) is { Trial: 2 }, why);
        Assert.True(fits == metrics.MisfitMilliseconds(trace) is not null, why);
    }

    private static LapMetrics Entry(int trial, long start, long end) =>
        new(trial, start, end, end - start, EpisodeStatus.LapComplete, "Lap complete", 100, 0, 0, 0, 0, 0);

    public void Dispose() => folder.Dispose();
}
