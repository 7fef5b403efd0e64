using System.Text.Json;
using Analyzer.Commands;
using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Commands;

public sealed class ScanTests
{
    [Fact]
    public async Task Json_is_one_object_with_the_counts()
    {
        using var run = SampleRun.Read();

        var result = await AnalyzerProcess.Run("scan", "--model", run.Model, "--json", "--keep-log");

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
        Assert.Equal(
            (770, 764, 770, 770, 0),
            (Number("frames"), Number("rows"), Number("speedRead"), Number("clockRead"), Number("scanSeconds")));
        Assert.InRange(Number("framesLocked"), 766, 766);
        Assert.InRange(Number("speedConfirmed"), 722, 722);
        Assert.Equal("clock", json.RootElement.GetProperty("sync").GetString());
    }

    [Fact]
    public async Task The_first_scan_writes_the_speeds_and_the_second_reads_and_writes_nothing()
    {
        using var run = SampleRun.Unread();
        Cut(run.Video, "-frames:v", "45");
        var log = File.ReadAllBytes(run.Log);

        var first = await AnalyzerProcess.Run("scan", "--model", run.Model);
        var after = FolderState.Of(run.Model);
        var second = await AnalyzerProcess.Run("scan", "--model", run.Model);

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (first.ExitCode, second.ExitCode));
        Assert.Contains("The readings took", first.Output, StringComparison.Ordinal);
        Assert.Contains("the video was not read again", second.Output, StringComparison.Ordinal);
        Assert.Equal(after, FolderState.Of(run.Model));
        Assert.Equal(log, File.ReadAllBytes($"{run.Log}.bak"));
        Assert.StartsWith("episode,steps,X,Y,yaw,speed,steer,", File.ReadAllText(run.Log), StringComparison.Ordinal);
        Assert.Equal(45, HudFile.TryRead(run.Video)!.Readings.Length);
    }

    [Fact]
    public void A_video_of_one_frame_is_read_and_its_row_not_found()
    {
        using var run = SampleRun.Unread();
        Cut(run.Video, "-frames:v", "1");

        var said = AnalyzerInProcess.Run("scan", run.Model);
        using var json = JsonDocument.Parse(AnalyzerInProcess.Run("scan", run.Model, "--json").Output);

        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
        Assert.Equal((1, 1, 1, 0), (Number("frames"), Number("speedRead"), Number("clockRead"), Number("framesLocked")));
        Assert.Equal("time", json.RootElement.GetProperty("sync").GetString());
        Assert.StartsWith(
            "1 frame, 764 rows of the log.\nRead: 1 speed, 1 clock.\nLocked to the log by the time: 0 frames, 0 confirmed by their " +
            "speed.\nThe readings took", said.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["What could be read (race clocks: 1, speeds: 1) is too little to find the rows by: frames are aligned by time and may be " +
                "some rows off."],
            said.ErrorLines);
        Assert.EndsWith(
            ": one frame is too little to measure with; choose another with --video FILE.",
            AnalyzerInProcess.Run("benchmark", run.Model).ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_scan_leaves_nothing()
    {
        using var run = SampleRun.Unread();
        Cut(run.Video, "-t", "1000");
        var before = FolderState.Of(run.Model);
        using var program = AnalyzerProcess.Start("scan", "--model", run.Model);

        Assert.True(await Poll.Until(() => program.ErrorsSoFar.Contains("Reading the HUD", StringComparison.Ordinal)));
        program.Interrupt();
        var result = await program.Result();

        Assert.Equal(ExitCodes.Interrupted, result.ExitCode);
        Assert.Equal("Interrupted; nothing half-written is left.", result.ErrorLines[^1]);
        Assert.Equal("", result.Output);
        Assert.Equal(before, FolderState.Of(run.Model));
    }

    [Fact]
    public async Task A_locale_with_a_decimal_comma_changes_no_byte()
    {
        using var english = SampleRun.Read();
        using var german = SampleRun.Read();

        var results = new[]
        {
            await AnalyzerProcess.Run([("LC_ALL", "C.UTF-8")], "scan", "--model", english.Model),
            await AnalyzerProcess.Run([("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8")], "scan", "--model", german.Model),
        };

        Assert.Matches("The video runs [0-9]\\.[0-9] frames behind", results[0].Output);
        Assert.Equal(
            results[0].Output.Replace(english.Model, "DIR", StringComparison.Ordinal), results[1].Output
                .Replace(german.Model, "DIR", StringComparison.Ordinal));
        Assert.Equal(FolderState.Of(english.Model), FolderState.Of(german.Model));
    }

    [Theory]
    [InlineData("scan", "--json")]
    [InlineData("scan", "--keep-log")]
    [InlineData("runs", "--json")]
    public async Task A_culture_with_a_decimal_comma_changes_no_byte(string command, string option)
    {
        using var run = SampleRun.Read();
        var output = new TestConsole().Width(1000);
        var terminal = new Terminal(output, new TestConsole(), TimeProvider.System);
        using (new CommaCulture())
        {
            var commands = new[] { new ScanCommand(terminal).Build(), new RunsCommand(terminal).Build() };
            commands.Single(it => it.Name == command).Parse(["--model", run.Model, option]).Invoke();
        }

        var result = await AnalyzerProcess.Run(command, "--model", run.Model, option);

        Assert.Equal(result.Output, output.Output);
    }

    /// <summary>Replaces the video by a part of it, or by a longer one of its repetitions.</summary>
    private static void Cut(string video, params string[] how)
    {
        var cut = $"{video}.mp4";
        SystemProgram.Output("ffmpeg", ["-v", "error", "-stream_loop", "50", "-i", video, "-c", "copy", .. how, cut]);
        File.Move(cut, video, overwrite: true);
    }
}
