using System.Globalization;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

/// <summary>
/// Odd surroundings: what lies in the current and in the model folder, no temporary folder, names of any bytes, a clock that steps back.
/// </summary>
public sealed class SurroundingsTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("scan")]
    [InlineData("report")]
    [InlineData("render --keep-log --to 5 -o OUT.mp4")]
    [InlineData("export --keep-log -o OUT.csv --reward-function FUNCTION")]
    public async Task Without_a_temporary_folder_it_works(string command)
    {
        var (output, function) = (run.Beside("out"), run.Beside("reward.py"));
        await File.WriteAllTextAsync(function, "def reward_function(params): return 7\n", TestContext.Current.CancellationToken);
        var arguments = command.Replace("OUT", output, StringComparison.Ordinal).Replace("FUNCTION", function, StringComparison.Ordinal);

        var result = await AnalyzerProcess.Run([("TMPDIR", run.Beside("nowhere"))], [.. arguments.Split(' '), "--model", run.Model]);

        Assert.Equal((command, 0, ""), (command, result.ExitCode, result.ExitCode == 0 ? "" : result.Errors));
        if (command.Contains(".csv", StringComparison.Ordinal))
            Assert.All(File.ReadLines($"{output}.csv").Skip(1), line => Assert.EndsWith(",7", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("scan --keep-log")]
    [InlineData("report")]
    [InlineData("export --keep-log -o OUT.csv")]
    public async Task Pipes_of_any_name_in_the_folder_are_passed_over(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo");
        string[] names = ["rewards.json", "x.json", "x.csv", "x.npy", "x.log", "x.zip", "x.tar.gz", "x.mp4", "reward_function.py"];
        var readings = Path.ChangeExtension(run.Video, ".hud.csv");
        File.Delete(readings);
        SystemProgram.Output("mkfifo", [readings, .. names.Select(name => Path.Combine(run.Model, name))]);
        var arguments = command.Replace("OUT", run.Beside("out"), StringComparison.Ordinal);

        var result = await AnalyzerProcess.Run([], [.. arguments.Split(' '), "--model", run.Model]);

        Assert.Equal((command, 0, ""), (command, result.ExitCode, result.ExitCode == 0 ? "" : result.Errors));
    }

    [Fact]
    public void A_module_in_the_current_folder_is_not_Pythons_own()
    {
        using var folder = new TempFolder();
        foreach (var module in new[] { "json", "ctypes", "select" })
            folder.Write($"{module}.py", "open('imported', 'w')\nraise SystemExit(3)\n");
        folder.Write("function/reward.py", "def reward_function(params): return 7\n");

        SystemProgram.Output("sh", "-c", "cd \"$0\"; exec dotnet \"$@\"", folder.Root,
            AnalyzerProcess.Path, "export", SampleRun.Earlier, "--reward-function", "function/reward.py", "-o", "table.csv");

        Assert.False(File.Exists(folder.Path("imported")));
        Assert.All(File.ReadLines(folder.Path("table.csv")).Skip(1), line => Assert.EndsWith(",7", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_no_UTF_8_is_said_plainly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names of any bytes");
        using var folder = new TempFolder();
        folder.Write("good.csv", Some.Log(Some.Line));
        SystemProgram.Output("sh", "-c", "cp \"$0/good.csv\" \"$0/$(printf 'bad\\377.csv')\"", folder.Root);

        var result = AnalyzerInProcess.Run("runs", folder.Root);
        SystemProgram.Output("sh", "-c", "rm \"$0\"/bad*", folder.Root);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("report it", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20261120T10:15:00.mp4")]
    [InlineData("concat:a|b.mp4")]
    [InlineData("-%d.mp4")]
    public void A_video_in_the_current_folder_may_have_any_name(string name)
    {
        File.Move(run.Video, Path.Combine(run.Model, name));

        SystemProgram.Output("sh", "-c", "cd \"$0\"; exec dotnet \"$@\"", run.Model, AnalyzerProcess.Path, "render", "--keep-log",
            $"--log={run.Log}", $"--video={name}", "--to=2", "--output=out.mp4");

        Assert.Equal(3, Pictures.Of(Path.Combine(run.Model, "out.mp4")).Count);
    }

    [Fact]
    public void A_row_whose_time_steps_back_is_said_and_the_others_are_locked()
    {
        var lines = File.ReadAllLines(run.Log);
        var time = Array.IndexOf(lines[0].Split(','), "tstamp");
        var cells = lines[100].Split(',');
        cells[time] = (double.Parse(cells[time], CultureInfo.InvariantCulture) - 1).ToString("F3", CultureInfo.InvariantCulture);
        lines[100] = string.Join(',', cells);
        File.WriteAllLines(run.Log, lines);

        var result = AnalyzerInProcess.Run("scan", "--model", run.Model, "--keep-log");

        Assert.Equal((0, true), (result.ExitCode, result.Errors.Contains("line 101: the time steps back", StringComparison.Ordinal)));
    }
}
