using Analyzer.Commands;
using Analyzer.Sessions;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public sealed class RenderTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    [Fact]
    public async Task The_pictures_are_those_of_playing_in_a_video_that_browsers_play()
    {
        var output = run.Beside("out.mp4");

        var result = await AnalyzerProcess.Run("render", "--model", run.Model, "-o", output, "--from", "100", "--to", "129", "--keep-log");

        Assert.Equal((ExitCodes.Done, ""), (result.ExitCode, result.Output));
        Assert.Equal($"Written: {output}", result.ErrorLines[^1]);
        Assert.Equal("h264,1280,720,yuv420p,15/1,30", SystemProgram.Output(
            "ffprobe", "-v", "error", "-select_streams", "v", "-of", "csv=p=0",
            "-show_entries", "stream=codec_name,width,height,pix_fmt,r_frame_rate,nb_frames", output).Trim());
        var session = run.Open();
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        foreach (var (index, picture) in Pictures.Of(output).Index())
        {
            var frame = 100 + index;
            Assert.True(
                Pictures.AreAlike(pipeline.Composer.Compose(pipeline.Frames.GetFrame(frame), frame, session.Settings), picture),
                $"frame {frame}");
            picture.Dispose();
        }
    }

    [Fact]
    public async Task An_interrupted_render_leaves_nothing()
    {
        var output = run.Beside("rendered/out.mp4");
        using var program = AnalyzerProcess.Start("render", "--model", run.Model, "-o", output, "--keep-log");

        Assert.True(
            await Poll.Until(() => Directory.EnumerateFiles(Path.GetDirectoryName(output)!).Any(part => new FileInfo(part).Length > 0)));
        program.Interrupt();
        var result = await program.Result();

        Assert.Equal(ExitCodes.Interrupted, result.ExitCode);
        Assert.Equal("Interrupted; nothing half-written is left.", result.ErrorLines[^1]);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(output)!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(":987")]
    public async Task Without_a_display_play_renders_into_the_model_folder_and_says_so(string? display)
    {
        var result = await AnalyzerProcess.Run(
            [("DISPLAY", display), ("WAYLAND_DISPLAY", null)], "--model", run.Model, "--keep-log", "--start", "760");

        var video = Assert.Single(Directory.EnumerateFiles(run.Model, "deepracer_analysis_*"));
        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.Contains("There is no display to open a window on: the run is rendered to a video instead.", result.ErrorLines);
        Assert.Equal($"Written: {video}", result.ErrorLines[^1]);
        Assert.Equal(10, Pictures.Of(video).Count);
    }

    [Fact]
    public async Task Without_a_display_the_joined_lap_is_rendered_from_where_it_is_to_begin()
    {
        var route = ReportSource.JoinedOf(run.Open());

        var result = await AnalyzerProcess.Run(
            [("DISPLAY", null), ("WAYLAND_DISPLAY", null)], "--model", run.Model, "--keep-log", "--joined", "--size", "320x180",
            "--at", $"frame:{route.Frames[^8]}", "--fps", "60", "--quit-at-end");

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.Equal(8, Pictures.Of(Assert.Single(Directory.EnumerateFiles(run.Model, "deepracer_analysis_*"))).Count);
        Assert.Contains("--fps changes nothing here: the video has its own rate.", result.ErrorLines);
        Assert.Contains("--quit-at-end changes nothing here: there is no window to close.", result.ErrorLines);
    }

    public void Dispose() => run.Dispose();
}
