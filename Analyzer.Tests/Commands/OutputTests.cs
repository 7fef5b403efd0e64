using System.Text;
using Analyzer.Commands;
using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

/// <summary>Where a command writes, and what it leaves alone.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    [Theory]
    [InlineData("a track", "track.npy", "track")]
    [InlineData("a log's untouched copy", "sim.csv.bak", "anything")]
    [InlineData("a reward function", "model/reward_function.py", "def reward_function(params): return 1")]
    [InlineData("another run's log", "other.csv", Some.Header)]
    [InlineData("another run's video as downloaded", "evaluation-1-video.mp4", "a video")]
    public void A_file_that_no_command_writes_is_left_as_it_is(string what, string name, string content)
    {
        var path = Path.Combine(run.Model, name);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));

        var result = AnalyzerInProcess.Run("report", run.Model, "-o", path);

        Assert.Equal((what, ExitCodes.NotAnalysed), (what, result.ExitCode));
        Assert.Contains($"{path}: this file was not written by the analyzer", result.Errors, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Another_run_s_video_is_known_by_the_readings_beside_it()
    {
        var (video, content) = (run.Beside("mine.mp4"), "a video"u8.ToArray());
        File.WriteAllBytes(video, content);
        File.WriteAllBytes(HudFile.PathFor(video), []);

        var result = AnalyzerInProcess.Run("render", run.Model, "--keep-log", "-o", video);

        Assert.Contains($"{video}: this file was not written by the analyzer", result.Errors, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllBytes(video));
    }

    [Theory]
    [InlineData("--rewards", "reward.csv", "{\"Speed\": \"speed\"}", "rewards")]
    [InlineData("--reward-function", "function.csv", "def reward_function(params):\n    return 1\n", "reward function")]
    public void A_file_that_the_command_reads_is_left_as_it_is(string option, string name, string content, string kind)
    {
        var path = run.Beside(name);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));

        var result = AnalyzerInProcess.Run("export", run.Model, option, path, "-o", path);

        Assert.Contains($"{path}: this is the evaluation's own {kind}", result.Errors, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void The_log_is_known_behind_a_link()
    {
        var (link, log) = (run.Beside("link.csv"), File.ReadAllBytes(run.Log));
        File.CreateSymbolicLink(link, run.Log);

        var result = AnalyzerInProcess.Run("export", run.Model, "--keep-log", "-o", link);

        Assert.Contains($"{link}: this is the evaluation's own log", result.Errors, StringComparison.Ordinal);
        Assert.Equal(log, File.ReadAllBytes(run.Log));
    }

    [Fact]
    public void A_table_that_was_exported_before_is_written_over()
    {
        var table = run.Beside("table.csv");

        Assert.Equal(ExitCodes.Done, AnalyzerInProcess.Run("export", SampleRun.Earlier, "-o", table).ExitCode);
        Assert.Equal(ExitCodes.Done, AnalyzerInProcess.Run("export", SampleRun.Earlier, "-o", table).ExitCode);
    }

    [Theory]
    [InlineData("report", "-o")]
    [InlineData("export", "--video")]
    public void An_empty_value_is_a_wrong_command_line(string command, string option)
    {
        var result = AnalyzerInProcess.Run(command, run.Model, option, "");

        Assert.Equal(ExitCodes.WrongCommandLine, result.ExitCode);
    }

    [Theory]
    [InlineData("report $0 >&-", ExitCodes.NotAnalysed)]
    [InlineData("nonsense 2>&-", ExitCodes.WrongCommandLine)]
    public void A_closed_output_ends_it_with_an_exit_code(string command, int exitCode)
    {
        var code = SystemProgram.Output(
            "sh", "-c", $"exec 3>&1; (dotnet '{AnalyzerProcess.Path}' {command}); echo $? >&3", SampleRun.Earlier);

        Assert.Equal($"{exitCode}", code.Trim());
    }

    public void Dispose() => run.Dispose();
}
