using System.Text.Json;
using Analyzer.Commands;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Reports.Analyses;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Commands;

public sealed class ReportTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    [Fact]
    public void Json_is_one_object_with_the_frames_of_the_video()
    {
        var log = File.ReadAllBytes(run.Log);

        var result = AnalyzerInProcess.Run("report", run.Model, "--json");

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        var passage = json.RootElement.GetProperty("sections")[0].GetProperty("laps")[1];
        var row = passage.GetProperty("fromRow").GetInt32();
        Assert.Equal(SampleRun.FrameOf(row), passage.GetProperty("frame").GetInt32());
        Assert.Equal("metrics", json.RootElement.GetProperty("lapStart").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("training").ValueKind);
        Assert.Equal(log, File.ReadAllBytes(run.Log));
    }

    [Fact]
    public void The_page_is_written_whole_with_three_pictures_and_the_other_run()
    {
        var page = run.Beside("report.html");

        var result = AnalyzerInProcess.Run("report", run.Model, "--against", SampleRun.Earlier, "-o", page);

        Assert.Equal((ExitCodes.Done, ""), (result.ExitCode, result.Output));
        var html = File.ReadAllText(page);
        Assert.InRange(html.Length, 100_000, 1_500_000);
        Assert.Equal(3, html.Split("data:image/jpeg;base64,").Length - 1);
        Assert.Contains("Against: best seconds by section", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", 0, false, ExitCodes.Done)]
    [InlineData("report", 100_000, false, ExitCodes.Done)]
    [InlineData("export", 100_000, false, ExitCodes.Done)]
    [InlineData("report", 100_000, true, ExitCodes.NotAnalysed)]
    [InlineData("scan", 100_000, false, ExitCodes.NotAnalysed)]
    public void A_video_that_cannot_be_opened_is_left_out_where_none_is_needed_unless_it_was_asked_for(
        string command, int bytes, bool isNamed, int exitCode)
    {
        File.WriteAllBytes(run.Video, File.ReadAllBytes(run.Video)[..bytes]);

        var result = AnalyzerInProcess.Run(
        [
            command, run.Model,
            .. command == "scan" ? Array.Empty<string>() : ["-o", run.Beside("out")],
            .. isNamed ? ["--video", run.Video] : Array.Empty<string>(),
        ]);

        Assert.Equal(exitCode, result.ExitCode);
        var end = exitCode == ExitCodes.Done ? " It is left out." : "";
        Assert.Contains(
            $"{run.Video}: this is not a video that can be read; download it again or name another with --video.{end}", result.ErrorLines);
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    public void A_video_that_is_damaged_in_an_archive_is_left_out_where_none_is_needed(string name)
    {
        (string, byte[])[] files = [("log.csv", File.ReadAllBytes(run.Log)), ("video.mp4", File.ReadAllBytes(run.Video))];
        var path = run.Beside(name);
        if (name == "a.zip") Archives.Zip(path, files);
        else Archives.Tar(path, files);
        var content = File.ReadAllBytes(path);
        if (name == "a.zip") content[content.Length / 2] ^= 0xFF;
        File.WriteAllBytes(path, name == "a.zip" ? content : content[..^200_000]);

        var result = AnalyzerInProcess.Run("report", path, "--json");

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.EndsWith("The video in it is left out.", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_alone_is_reported_too()
    {
        var result = AnalyzerInProcess.Run("report", SampleRun.Earlier);

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.StartsWith("Verdict\n1. ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", "Near=-distance_from_line", false)]
    [InlineData("report", "Near=-speed", true)]
    [InlineData("export", "Near=-speed", true)]
    [InlineData("render", "Near=-speed", false)]
    public void A_racing_line_that_nothing_comes_of_is_said(string command, string reward, bool isSaid)
    {
        var driven = run.Open().Log.Trace.Rows.Take(200).Where(row => row.Status == EpisodeStatus.InProgress);
        var line = run.Beside("line.npy");
        File.WriteAllBytes(line, Npy.Bytes([.. driven.Select(row => new[] { row.X, row.Y })]));
        string[] output = command switch
        {
            "export" => ["-o", run.Beside("out.csv")],
            "render" => ["-o", run.Beside("out.mp4"), "--to", "1"],
            _ => [],
        };

        var result = AnalyzerInProcess.Run([command, run.Model, "--reward", reward, "--line", line, .. output]);

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.Equal(isSaid, result.ErrorLines.Contains($"--line {line} changes nothing here: no component asks for distance_from_line."));
    }

    [Theory]
    [InlineData("sections are cut by the track", "report", "--track", false)]
    [InlineData("no component asks for it", "export", "--track", true)]
    [InlineData("a component asks for it", "export", "--track --reward Near=-distance_from_center", false)]
    [InlineData("a reward function has it among its params", "export", "--track --reward-function", false)]
    [InlineData("there is no video", "report", "--force", true)]
    [InlineData("there is no video", "export", "--force", true)]
    [InlineData("there is no video", "export", "--keep-log", true)]
    public void An_option_that_changes_nothing_is_said(string why, string command, string options, bool isSaid)
    {
        var line = options.Replace("--track", $"--track {SampleRun.TrackFile}", StringComparison.Ordinal)
            .Replace("--reward-function", $"--reward-function {run.Beside("reward.py")}", StringComparison.Ordinal);
        File.WriteAllBytes(run.Beside("reward.py"), "def reward_function(params): return 1.0"u8.ToArray());
        string[] output = command == "export" ? ["-o", run.Beside("out.csv")] : [];

        var result = AnalyzerInProcess.Run([command, SampleRun.Earlier, .. line.Split(' '), .. output]);

        Assert.True(result.ExitCode == ExitCodes.Done, $"{why}: {result.Errors}");
        var said = result.ErrorLines.Any(remark => remark.Contains(" changes nothing here: ", StringComparison.Ordinal));
        Assert.Equal((why, isSaid), (why, said));
    }

    [Theory]
    [InlineData(PlaceKind.Frame, 100, 100)]
    [InlineData(PlaceKind.Row, 624, null)]
    [InlineData(PlaceKind.Lap, 2, null)]
    [InlineData(PlaceKind.Section, 6, null)]
    internal void A_place_is_the_frame_that_shows_it_first(PlaceKind kind, int number, int? frame)
    {
        var request = new SessionRequest(new RunSelection(run.Model, null, null, null, KeepLog: true));
        var session = Session.Open(
            request, new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System), TestContext.Current.CancellationToken);
        var row = kind switch
        {
            PlaceKind.Row => number,
            PlaceKind.Lap => session.Log.Trace.Laps[number - 1].FirstRow,
            PlaceKind.Section => FirstRowInLastLap(session, number),
            _ => 0,
        };

        Assert.Equal(frame ?? SampleRun.FrameOf(row), PlaceFinder.FrameOf(session, new Place(kind, number)));
    }

    public void Dispose() => run.Dispose();

    // Lap 3, which dawdles there and leaves the road, takes longest.
    private static int FirstRowInLastLap(Session session, int section)
    {
        var start = SectionAnalysis.Borders(ReportSource.InputOf(session, CancellationToken.None))[section - 1].FromPercent;
        return session.Log.Trace.Rows.First(row => row.Episode == 2 && row.ProgressPercent >= start).Index;
    }
}
