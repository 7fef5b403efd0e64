using System.Text;
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

    [Theory]
    [InlineData(80, 14)]
    [InlineData(120, 14)]
    [InlineData(160, 17)]
    [InlineData(10_000, 8)]
    public void The_list_is_as_wide_as_the_terminal_and_no_name_is_more_than_some_lines_of_it(int columns, int most)
    {
        using var folder = new TempFolder();
        string[] names = [new('x', 200), $"{string.Concat(Enumerable.Repeat("my model with a name ", 9))}1", $"{new string('é', 100)}2"];
        foreach (var name in names)
        {
            folder.Write($"{name}/sim-trace/evaluation/20261120101500-{name[^1]}/evaluation-simtrace/0-iteration.csv", Some.Log(Some.Line));
            folder.Write($"{name}/evaluation-0-video.mp4");
        }

        var result = AnalyzerInProcess.RunAt(columns, "runs", folder.Root);

        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, columns));
        Assert.InRange(lines.Length, 1, most);
        Assert.Equal(3, lines.Count(line => line.Contains("evaluation │", StringComparison.Ordinal)));
        Assert.Contains(names[1][..9], result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(30)]
    public void A_terminal_that_is_too_narrow_for_the_list_gets_it_all_the_same(int columns)
    {
        using var folder = new TempFolder();
        folder.Write($"{new string('x', 50)}/sim-trace/0-iteration.csv", Some.Log(Some.Line));

        var result = AnalyzerInProcess.RunAt(columns, "runs", folder.Root);

        Assert.Equal((ExitCodes.Done, ""), (result.ExitCode, result.Errors));
        Assert.Contains("1logxxxx", string.Concat(result.Output.Where(char.IsLetterOrDigit)), StringComparison.Ordinal);
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

    [Fact]
    public void What_is_odd_about_a_log_is_said()
    {
        File.AppendAllText(run.Log, "2,1.0");

        var result = AnalyzerInProcess.Run("runs", run.Model);

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.Equal(
            [$"{run.Log}: the last line is incomplete and is left out (is the log still being written?)."], result.ErrorLines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public void Logs_of_which_none_can_be_read_are_no_list(string json)
    {
        string[] arguments = ["runs", run.Model, .. json.Length > 0 ? [json] : Array.Empty<string>()];
        File.WriteAllBytes(run.Log, Encoding.UTF8.GetBytes(Some.Header));
        foreach (var log in Directory.GetFiles(run.Model, "*.log", SearchOption.AllDirectories)) File.Delete(log);

        var one = AnalyzerInProcess.Run(arguments);

        Assert.Equal((ExitCodes.NotAnalysed, ""), (one.ExitCode, one.Output));
        Assert.StartsWith($"{run.Log}: there is a header but no complete row", Assert.Single(one.ErrorLines), StringComparison.Ordinal);

        File.WriteAllBytes(Path.Combine(run.Model, "other.csv"), Encoding.UTF8.GetBytes(Some.Header));
        var two = AnalyzerInProcess.Run(arguments);

        Assert.Equal((ExitCodes.NotAnalysed, ""), (two.ExitCode, two.Output));
        Assert.Equal(3, two.ErrorLines.Length);
        Assert.Equal($"{run.Model}: none of the 2 logs can be read; download them again.", two.ErrorLines[^1]);
    }

    public void Dispose() => run.Dispose();
}
