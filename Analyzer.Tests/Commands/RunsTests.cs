using System.Text.Json;
using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public sealed class RunsTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Unread();

    [Fact]
    public async Task A_person_gets_a_table()
    {
        var result = await AnalyzerProcess.Run("runs", "--model", run.Model);

        Assert.Equal((ExitCodes.Done, ""), (result.ExitCode, result.Errors.Trim()));
        Assert.Matches(@"│ 1 +│ sim-trace/.*0-iteration\.csv +│ evaluation-0-video\.mp4 +│ 3 +│ 764 +│", result.Output);
    }

    [Fact]
    public async Task A_script_gets_json()
    {
        var result = await AnalyzerProcess.Run("runs", "--model", run.Model, "--json");

        using var json = JsonDocument.Parse(result.Output);
        var only = Assert.Single(json.RootElement.GetProperty("evaluations").EnumerateArray());
        Assert.Equal("evaluation-0-video.mp4", only.GetProperty("video").GetString());
        Assert.Equal(
            (1, 3, 764),
            (only.GetProperty("evaluation").GetInt32(), only.GetProperty("laps").GetInt32(), only.GetProperty("rows").GetInt32()));
    }

    public void Dispose() => run.Dispose();
}
