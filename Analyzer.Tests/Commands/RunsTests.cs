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
        Assert.Matches(
            @"│ 1 +│ evaluation +│ 2026-11-20 10:15 +│ 25\.9 m +│ 3 +│ 3 +│ 15\.\d{3} \* +" +
            @"│ sim-trace/.*0-iteration\.csv +│ evaluation-0-video\.mp4 +│",
            result.Output);
    }

    [Fact]
    public async Task A_script_gets_json()
    {
        var result = await AnalyzerProcess.Run("runs", "--model", run.Model, "--json");

        using var json = JsonDocument.Parse(result.Output);
        var only = Assert.Single(json.RootElement.EnumerateArray());
        string? Text(string name) => only.GetProperty(name).GetString();
        int Number(string name) => only.GetProperty(name).GetInt32();
        Assert.Equal(run.Video, Text("video"));
        Assert.Equal(run.Log, Text("log"));
        Assert.Equal(
            ("evaluation", "2026-11-20T10:15:00Z", "OurOwnSampleEvaluation"), (Text("kind"), Text("when"), Text("job")));
        Assert.Equal((1, 3, 3, 764), (Number("number"), Number("laps"), Number("completed"), Number("rows")));
        Assert.EndsWith("model_metadata.json", Text("metadata"), StringComparison.Ordinal);
        Assert.EndsWith("OurOwnSampleEvaluation.json", Text("metrics"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, only.GetProperty("iterations").ValueKind);
    }

    public void Dispose() => run.Dispose();
}
