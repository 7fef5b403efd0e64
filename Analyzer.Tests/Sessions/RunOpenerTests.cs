using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Sessions;

/// <summary>What is kept and written when a log is locked to the readings kept of a video.</summary>
public sealed class RunOpenerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestConsole said = new();

    [Fact]
    public void With_force_another_run_s_speeds_are_not_written_into_the_log_and_the_mismatch_is_said_once()
    {
        var log = folder.Write("0-iteration.csv", File.ReadAllBytes(SampleRun.LogIn(SampleRun.Earlier)));
        KeepReadings();
        var before = File.ReadAllBytes(log);

        var run = Open(force: true);

        Assert.Equal((SyncMode.Time, null), (run.Evaluation.Timeline.Sync, run.SpeedColumn));
        Assert.Equal(before, File.ReadAllBytes(log));
        Assert.Single(said.Output.Split("The log is not this video's")[1..]);
    }

    [Fact]
    public void Where_the_log_beside_a_video_is_anothers_the_run_that_the_video_shows_is_named()
    {
        folder.Write("a/log.csv", File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled)));
        folder.Write("a/video.mp4", [0]);
        folder.Write("b/log.csv", File.ReadAllBytes(SampleRun.LogIn(SampleRun.Earlier)));
        var video = folder.Path("b/video.mp4");
        KeepReadings(video);

        Assert.EndsWith(
            $" It shows a/log.csv: --evaluation 1 --video {video}. (--force goes on all the same.)",
            Assert.Throws<RunException>(() => Open(evaluation: 2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(40, false)]
    [InlineData(40, true)]
    [InlineData(400, false)]
    public void Rows_kept_with_the_readings_follow_the_log_when_its_first_rows_are_taken_off(int dropped, bool withMetrics)
    {
        var lines = File.ReadAllLines(SampleRun.LogIn(SampleRun.Bundled));
        folder.Write("0-iteration.csv", string.Join('\n', lines[..1].Concat(lines[(1 + dropped)..])) + "\n");
        if (withMetrics) folder.Write("metrics.json", File.ReadAllBytes(SampleRun.MetricsIn(SampleRun.Bundled)));
        KeepReadings();

        Open();

        Assert.Equal(SampleRun.Rows.Select(row => row >= dropped ? row - dropped : null), Kept().Rows);
        Assert.Equal(SampleRun.Readings, Kept().Readings);
    }

    [Fact]
    public void An_action_space_that_cannot_be_read_is_left_out_with_a_word()
    {
        folder.Write("0-iteration.csv", File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled)));
        folder.Write("model_metadata.json", "{");
        KeepReadings();

        Open();

        var lines = string.Join(' ', said.Output.Split('\n', StringSplitOptions.TrimEntries));
        Assert.Contains("is not valid JSON (column 2)", lines, StringComparison.Ordinal);
        Assert.Contains("The actions shown are those that the log has.", lines, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all rows have one", 0, "")]
    [InlineData("only what the end of the video shows", 400, ", but for ROWS of 764 rows, whose speed the video does not tell")]
    public void How_many_rows_got_no_real_speed_is_said(string what, int unread, string expected)
    {
        var log = folder.Write("0-iteration.csv", File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled)));
        KeepReadings(unread);

        Open();

        var rows = File.ReadLines(log).Skip(1).Count(line => line.Split(',')[5].Length == 0);
        Assert.True(said.Output.Contains(
            $"Real speeds added to {log}{expected.Replace("ROWS", $"{rows}", StringComparison.Ordinal)}; the untouched copy is "
            + "0-iteration.csv.bak; --keep-log leaves the log alone.", StringComparison.Ordinal), $"{what}: {said.Output}");
    }

    public void Dispose() => folder.Dispose();

    private OpenedRun Open(bool force = false, int? evaluation = null)
    {
        var opener = new RunOpener(new Terminal(said.Width(1000), said, TimeProvider.System), force);
        return opener.Open(
            new RunSelection(folder.Root, null, null, evaluation, KeepLog: false), rescan: false, TestContext.Current.CancellationToken);
    }

    private void KeepReadings(int unread = 0) => KeepReadings(Video, unread);

    private static void KeepReadings(string video, int unread = 0)
    {
        File.Copy(SampleRun.BundledVideo, video);
        var readings = SampleRun.Readings.Select((reading, frame) => frame < unread ? default : reading);
        new HudFile([.. readings], SampleRun.Rows).Write(video, HudFileStamp.Of(video));
    }

    private string Video => folder.Path("evaluation-0-video.mp4");

    private HudFile Kept() => HudFile.TryRead(Video)!;
}
