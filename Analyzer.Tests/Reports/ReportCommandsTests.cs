using Analyzer.Commands;
using Analyzer.Platform;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Reports;

/// <summary>The commands that a report names choose the run, and the sections, that the report is about.</summary>
public sealed class ReportCommandsTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    [Theory]
    [InlineData("a folder", "{0}", "{0}")]
    [InlineData("one of several evaluations", "{0} --evaluation 1", "{0} --evaluation 1")]
    [InlineData("a model folder", "--model {0}", "{0}")]
    [InlineData("a log in a folder", "{0} --log {1}", "{0} --log {1}")]
    [InlineData("a log and a video that are all there is", "--log {1} --video {2}", "{1} --video {2}")]
    [InlineData("a track, by which sections are cut", "{0} --track {0}/track.npy", "{0} --track {0}/track.npy")]
    [InlineData("a run whose log and video are not said to belong together", "{0} --force", "{0} --force")]
    [InlineData("rewards, which change no place", "{0} --reward One=1", "{0}")]
    public void A_command_chooses_the_run(string given, string line, string words)
    {
        string Filled(string text) => string.Format(null, text, run.Model, run.Log, run.Video);

        var result = AnalyzerInProcess.Run(["report", .. Filled(line).Split(' ')]);

        Assert.True(result.ExitCode == ExitCodes.Done, $"{given}: {result.Errors}");
        Assert.Contains($" play {Filled(words)} --at ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-o")]
    [InlineData("--json")]
    public void Where_there_is_no_video_none_is_named(string option)
    {
        var page = Path.Combine(run.Model, "report.html");

        var result = AnalyzerInProcess.Run(
            ["report", SampleRun.Earlier, .. option == "-o" ? [option, page] : option == "" ? Array.Empty<string>() : [option]]);

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.DoesNotContain("analyzer play", option == "-o" ? File.ReadAllText(page) : result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by the user, who is asked at a terminal", true, 1)]
    [InlineData("as the newest", false, 2)]
    public void A_command_names_the_run_that_was_chosen_among_several(string chosen, bool isAsked, int number)
    {
        using var folder = new TempFolder();
        foreach (var stamp in (string[])["20220709200242", "20220709200509"])
        {
            File.Copy(run.Log, folder.Path($"evaluation-{stamp}/evaluation-simtrace/0-iteration.csv"));
            File.Copy(run.Video, folder.Path($"evaluation-{stamp}/0-video.mp4"));
            File.Copy($"{Path.ChangeExtension(run.Video, null)}.hud.csv", folder.Path($"evaluation-{stamp}/0-video.hud.csv"));
        }

        using var output = new TestConsole();
        using var errors = new TestConsole();
        errors.Interactive();
        errors.Input.PushKey(ConsoleKey.DownArrow);
        errors.Input.PushKey(ConsoleKey.Enter);
        output.Profile.Width = 10_000;
        var terminal = new Terminal(output, errors, TimeProvider.System) { CanAsk = isAsked };

        var code = AllCommands.Runner(terminal, TimeProvider.System).Run(["report", folder.Root], TestContext.Current.CancellationToken);

        Assert.True(code == ExitCodes.Done, $"{chosen}: {errors.Output}");
        Assert.Contains($" play {folder.Root} --evaluation {number} --at ", output.Output, StringComparison.Ordinal);
    }

    public void Dispose() => run.Dispose();
}
