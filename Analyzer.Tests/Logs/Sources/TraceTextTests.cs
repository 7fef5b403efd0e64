using System.Text;
using Analyzer.Logs;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Sources;

public sealed class TraceTextTests : IDisposable
{
    private const string Fields =
        "0,1,3.1999,0.6831,0.1859,-30.00,1.00,0,0.0000,False,True,0.7912,1,17.71,6.18,prepare,0.00,0,1795000008.22";

    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("", "")]
    [InlineData("[node-1] [run_evaluation_rl_agent.sh-9] ", "")]
    [InlineData("1656868000123,\"", "\"")]
    [InlineData("", " ")]
    [InlineData("", "\r")]
    [InlineData("", "\u001b[0m")]
    [InlineData("", "\r60")]
    [InlineData("", "\r\r\n\r")]
    public void A_line_is_read_with_anything_before_it_and_any_end(string before, string end)
    {
        var trace = Read($"WORLD_NAME=reinvent_base\n{before}SIM_TRACE_LOG:{Fields}{end}\nother line\n");

        var row = Assert.Single(trace.Rows);
        Assert.Equal((0, 1, 3.1999, -30.0, 6180), (row.Episode, row.Steps, row.X, row.SteeringDegrees, row.TimestampMilliseconds));
        Assert.Equal(EpisodeStatus.Prepare, row.Status);
    }

    public static TheoryData<string, string, string> Exports => new()
    {
        { "JSON on one line", "{\"events\":[", "{\"timestamp\":1,\"message\":\"MESSAGE\",\"ingestionTime\":2}," },
        {
            "JSON, a message with its line end", "{\n  \"events\": [\n",
            "    {\n      \"message\": \"MESSAGE\\n\",\n      \"timestamp\": 1\n    },\n"
        },
        { "JSON lines", "", "{\"@timestamp\":\"2026-11-20\",\"@message\":\"MESSAGE\"}\n" },
        { "JSON in JSON", "", "{\"value\":\"{\\\"message\\\":\\\"MESSAGE\\\"}\"}\n" },
        { "a table", "timestamp,message\n", "1656868000123,\"MESSAGE\n\"\n" },
        { "a table with columns behind the message", "@timestamp,@message,@logStream\n", "2026-11-20 10:15:00.000,\"MESSAGE\",sim-1/x\n" },
        { "text with tabs", "b/1\tf/2\n", "EVENTS\t1656868000124\tMESSAGE\t1656868000123\n" },
        { "text with times and names before", "", "2026-11-20T10:15:00.000000+00:00 sim-1/x/SimulationApplicationLogs MESSAGE\n" },
        { "a table drawn with lines", "+---+\n", "||  message |  MESSAGE  ||\n" },
        { "YAML", "events:\n", "- message: 'MESSAGE'\n  timestamp: 1\n" },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_log_is_read_out_of_what_a_cloud_console_exports(string what, string head, string ofMessage)
    {
        Assert.NotEmpty(what);
        const string Steps = "0,1,3.1999,0.6831,0.1859,-30.00,1.00,[-30.0, 1.0],0.0000,False,True,0.7912,1,17.71,6.18,prepare,0.00";
        string[] messages = ["Starting", $"SIM_TRACE_LOG:{Steps}", $"[node] SIM_TRACE_LOG:0,2{Steps[3..]}"];

        var trace = Read(head + string.Concat(messages.Select(message => ofMessage.Replace("MESSAGE", message, StringComparison.Ordinal))));

        Assert.Equal([1, 2], trace.Rows.Select(row => row.Steps));
        Assert.All(trace.Rows, row => Assert.Equal((EpisodeStatus.Prepare, 0), (row.Status, row.PauseSecondsLeft)));
        Assert.Equal(("[-30.0, 1.0]", "0.00"), (trace.Cell(1, 7), trace.Cell(1, 16)));
        Assert.Empty(trace.Remarks);
        Assert.False(trace.IsTable);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    public void Every_version_has_its_columns(int count)
    {
        var trace = Read($"SIM_TRACE_LOG:{string.Join(',', Fields.Split(',').Take(count))}\n");

        Assert.Equal(Math.Max(count, 16), trace.Columns.Length);
        Assert.Equal(count > 15 ? "prepare" : "in_progress", trace.Cell(0, trace.Columns.IndexOf("episode_status")));
        Assert.Equal(count > 15 ? EpisodeStatus.Prepare : EpisodeStatus.InProgress, trace.Rows[0].Status);
        if (count == 19) Assert.Equal("1795000008.22", trace.Cell(0, trace.Columns.IndexOf("wall_clock")));
    }

    [Theory]
    [InlineData("[-25.0 1.5]")]
    [InlineData("[-25.0, 1.5]")]
    public void A_continuous_action_is_one_field(string action)
    {
        var trace = Read($"SIM_TRACE_LOG:{Fields.Replace(",0,0.0000,", $",{action},0.0000,", StringComparison.Ordinal)}\n");

        Assert.Equal((19, action), (trace.Columns.Length, trace.Cell(0, 7)));
        Assert.Null(trace.Rows[0].Action);
    }

    [Fact]
    public void The_angles_of_2019_are_in_radians_and_its_laps_end_by_their_progress()
    {
        var trace = Read(
            "SIM_TRACE_LOG:0,0,3.0,0.6,-1.5708,0.5236,2.50,6,1.0,False,True,99.0,0,17.67,1555730996.3144288\n" +
            "SIM_TRACE_LOG:0,1,3.1,0.6,0.0,-0.2618,2.50,6,1.0,False,False,99.5,0,17.67,1555730996.4312932\n" +
            "SIM_TRACE_LOG:0,2,3.2,0.6,0.1,0.0,2.50,6,1.0,True,True,100.0,0,17.67,1555730996.5312932\n");

        Assert.Equal([-90, 0, 5.73], trace.Rows.Select(row => Math.Round(row.YawDegrees, 2)));
        Assert.Equal([30, -15, 0], trace.Rows.Select(row => Math.Round(row.SteeringDegrees, 2)));
        Assert.Equal([EpisodeStatus.InProgress, EpisodeStatus.OffTrack, EpisodeStatus.LapComplete], trace.Rows.Select(row => row.Status));
        Assert.Equal(117, trace.Rows[1].TimestampMilliseconds - trace.Rows[0].TimestampMilliseconds);
    }

    [Fact]
    public void A_mistake_names_the_line_of_the_log()
    {
        var (good, bad) = ($"SIM_TRACE_LOG:{Fields}\n", $"SIM_TRACE_LOG:{Fields.Replace("3.1999", "far", StringComparison.Ordinal)}\n");
        var path = folder.Write("x.log", $"head\nhead\n{good}\n{bad}{good}");

        var error = Assert.Throws<RunException>(() => SimTraceReader.Read(path));

        Assert.StartsWith($"{path}, line 5: X is \"far\", expected a number", error.Message);
    }

    [Theory]
    [InlineData("WORLD_NAME=reinvent_base\nNUMBER_OF_TRIALS=3\n")]
    [InlineData(" * /WORLD_NAME: reinvent_base\n * /NUMBER_OF_TRIALS: 3\n")]
    [InlineData("{'WORLD_NAME': ['reinvent_base'], 'NUMBER_OF_TRIALS': ['3']}\n")]
    [InlineData("{\"world_name\": \"reinvent_base\", 'NUMBER_OF_TRIALS': 3}\n")]
    [InlineData("{\"message\": \"{\\\"WORLD_NAME\\\": \\\"reinvent_base\\\"}\"}")]
    public void The_head_names_the_track(string head) =>
        Assert.Equal("reinvent_base", TraceHead.Of(Encoding.UTF8.GetBytes(head)).WorldName);

    [Theory]
    [InlineData(" * /JOB_TYPE: EVALUATION\n * /VIDEO_JOB_TYPE: RACING", RunKind.League)]
    [InlineData("METRICS_S3_OBJECT_KEY=leaderboard/private/x.json", RunKind.League)]
    [InlineData(" * /JOB_TYPE: EVALUATION\n * /VIDEO_JOB_TYPE: EVALUATION", RunKind.Evaluation)]
    [InlineData("'JOB_TYPE': 'TRAINING'", RunKind.Training)]
    [InlineData("nothing", null)]
    public void The_head_tells_the_kind(string head, object? kind) =>
        Assert.Equal((RunKind?)kind, TraceHead.Of(Encoding.UTF8.GetBytes(head)).Kind);

    [Fact]
    public void The_lines_of_a_simulators_log_give_the_rows_of_its_table()
    {
        var log = Directory.EnumerateFiles(Path.Combine(SampleRun.Bundled, "logs"), "*.log", SearchOption.AllDirectories).Single();
        var table = SampleRun.Trace;

        var trace = SimTraceReader.Read(log);

        Assert.Equal(table.Laps, trace.Laps);
        Assert.All(table.Rows.Zip(trace.Rows), pair =>
        {
            Assert.Equal((pair.First.TimestampMilliseconds, pair.First.Action, pair.First.Status, pair.First.ClosestWaypoint),
                (pair.Second.TimestampMilliseconds, pair.Second.Action, pair.Second.Status, pair.Second.ClosestWaypoint));
            Assert.Equal(pair.First.X, pair.Second.X, 0.0001);
            Assert.Equal(pair.First.ProgressPercent, pair.Second.ProgressPercent, 0.0001);
        });
    }

    public void Dispose() => folder.Dispose();

    private SimTrace Read(string text) => SimTraceReader.Read(folder.Write("some-robomaker.log", text));
}
