using Analyzer.Commands;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>
/// The sample's beginning, or the whole of it, in the program's own window, and the pictures that it ought to show. One window at a time
/// has the keyboard.
/// </summary>
[Collection("window")]
public abstract class WindowStage : IDisposable
{
    private readonly SampleRun run;
    private readonly FramePipeline pipeline;
    private readonly ScreenComposer screen;
    private readonly string[] said;

    protected WindowStage(bool whole = false)
    {
        (run, LastFrame) = whole
            ? (SampleRun.Read(), SampleRun.FrameCount - 1)
            : (SampleRun.ReadBeginning(), SampleRun.BeginningFrameCount - 1);
        var session = run.Open();
        Settings = session.Settings;
        said =
        [
            $"Track: {Path.Combine(run.Model, "track.npy")}, whose waypoints are the log's.",
            .. whole ? Array.Empty<string>() : ["The video ends at row 245 of 764 (lap 1)."],
            RunSummary.Of("my_model", session.Run),
        ];
        pipeline = session.OpenFrames(box: null, forSeeking: false);
        screen = new ScreenComposer(session.Run.Evaluation, pipeline.Composer);
    }

    protected int LastFrame { get; }

    /// <summary>What the window begins with.</summary>
    private protected OverlaySettings Settings { get; }

    private protected static PlayerState At(PlayerState state, int frame) => state with { Frame = frame };

    private protected string Model => run.Model;

    private protected Task<Desktop> Play(params string[] options) => Desktop.Play(run, options);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        pipeline.Dispose();
        run.Dispose();
    }

    private protected async Task AssertEnds(Desktop desktop, int exitCode)
    {
        var result = await desktop.Program.Result();
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        string[] written = [.. Directory.GetFiles(Model, "deepracer_analysis_*").Order().Select(path => $"Written: {path}")];
        var lines = result.Errors.Trim().Split('\n').Where(line => !line.StartsWith("Interrupted", StringComparison.Ordinal));
        Assert.Equal([.. said, .. written], lines);
    }

    private protected Mat Screen(PlayerState state)
    {
        var picture = Composed(state);
        screen.Draw(picture, state);
        return picture;
    }

    /// <summary>The picture of a state without what only the screen shows.</summary>
    private protected Mat Composed(PlayerState state)
    {
        using var video = SampleFrames.Of(state.Frame);
        return pipeline.Composer.Compose(video, state.Frame, state.Overlays);
    }

    private protected async Task<string> Written(string extension)
    {
        string[] files = [];
        await Poll.Until(() => (files = Directory.GetFiles(Model, $"deepracer_analysis_*{extension}")).Length > 0);
        return Path.GetFileName(Assert.Single(files));
    }

    private protected void AssertRecorded(int first, int last)
    {
        var video = Assert.Single(Directory.GetFiles(Model, "deepracer_analysis_*.mp4"));
        var pictures = Pictures.Of(video);
        Assert.Equal(last - first + 1, pictures.Count);
        foreach (var (index, picture) in pictures.Index())
        {
            Assert.True(Pictures.AreAlike(Composed(new PlayerState { Frame = first + index, Overlays = Settings }), picture));
            picture.Dispose();
        }
    }
}
