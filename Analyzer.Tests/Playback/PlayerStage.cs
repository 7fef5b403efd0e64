using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Playback;
using Analyzer.Playback.Window;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using Analyzer.Video;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>The sample in a player whose window, clock and folder belong to the test.</summary>
public sealed class PlayerStage : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();
    private readonly OpenedRun opened;
    private readonly FrameComposer composer;
    private VideoFrames frames;
    private readonly ScreenComposer screen;
    private readonly VideoFrames otherFrames;
    private readonly FrameComposer otherComposer;
    private readonly ScreenComposer otherScreen;
    private TempFolder folder = new();
    private FakeTimeProvider time = new();
    private long start;

    /// <summary>Prepares it with small pictures.</summary>
    public PlayerStage() : this(PictureLayout.Inside(new Size(640, 480), new Size(427, 240)))
    {
    }

    /// <summary>Prepares it.</summary>
    /// <param name="layout">The pictures' size and parts.</param>
    internal PlayerStage(PictureLayout layout)
    {
        opened = run.Open().Run;
        (frames, composer) = (new VideoFrames(run.Video), new FrameComposer(opened.Evaluation, layout));
        (otherFrames, otherComposer) = (new VideoFrames(run.Video), new FrameComposer(opened.Evaluation, layout));
        screen = new ScreenComposer(opened.Evaluation, composer);
        otherScreen = new ScreenComposer(opened.Evaluation, otherComposer);
        Clear();
    }

    /// <summary>Where recordings and pictures go.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The files written.</summary>
    public IEnumerable<string> Written => Directory.EnumerateFiles(folder.Root);

    /// <summary>Time spent playing so far.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>How long showing a picture takes.</summary>
    public TimeSpan DrawingTime { get; set; }

    /// <summary>What the mouse does once a script lets it leave the window; null where that can't be told.</summary>
    internal MouseInput? Outside { get; set; }

    /// <summary>Frames a second to begin with.</summary>
    public int FramesPerSecond { get; set; } = 15;

    /// <summary>As if nothing had been played or written yet.</summary>
    public void Clear()
    {
        folder.Dispose();
        folder = new TempFolder();
        time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 7, 9, 5, 2, TimeSpan.Zero));
        start = time.GetTimestamp();
        (Folder, DrawingTime, FramesPerSecond, Outside) = (folder.Root, TimeSpan.Zero, 15, null);
    }

    /// <summary>As if no frame had been decoded yet.</summary>
    public void ForgetFrames()
    {
        frames.Dispose();
        frames = new VideoFrames(run.Video);
    }

    /// <summary>Plays from a frame on while a script types (see <see cref="ScriptedWindow"/>); quits by itself at the end.</summary>
    /// <returns>The pictures shown.</returns>
    public IReadOnlyList<string> Play(int from, params string[] script)
    {
        using var interrupt = new CancellationTokenSource();
        using var window = new ScriptedWindow(time, script, interrupt) { DrawingTime = DrawingTime, Outside = Outside };
        var files = new OutputFiles(Folder, 15, time);
        var player = new Player(
            window, frames, new WholeRun(new RunView(composer, screen, new Landmarks(opened.Evaluation.Timeline))), files, time);
        player.Run(
            new PlayerState { Frame = from }.With(it => it with { FramesPerSecond = FramesPerSecond }),
            quitAtEnd: true,
            interrupt.Token);
        return window.Shown;
    }

    /// <summary>A frame's picture, made by other means than the player's own; good until the next one.</summary>
    public Mat Composed(int frame) => Composed(frame, new OverlaySettings { FramesPerSecond = FramesPerSecond });

    /// <summary>The window's picture of a state, likewise, as its hash.</summary>
    internal string Screen(PlayerState state)
    {
        var picture = Composed(state.Frame, state.Overlays);
        otherScreen.Draw(picture, state);
        return Pictures.HashOf(picture);
    }

    /// <summary>Asserts that one file has been written: a video of these frames' pictures.</summary>
    public void AssertRecorded(IEnumerable<int> expected)
    {
        var video = Assert.Single(Written);
        Assert.EndsWith(".mp4", video, StringComparison.Ordinal);
        var pictures = Pictures.Of(video);
        Assert.Equal(expected.Count(), pictures.Count);
        foreach (var (frame, picture) in expected.Zip(pictures))
        {
            Assert.True(Pictures.AreAlike(Composed(frame), picture), $"frame {frame}");
            picture.Dispose();
        }
    }

    public void Dispose()
    {
        composer.Dispose();
        otherComposer.Dispose();
        frames.Dispose();
        otherFrames.Dispose();
        folder.Dispose();
        run.Dispose();
    }

    private Mat Composed(int frame, OverlaySettings settings) => otherComposer.Compose(otherFrames.GetFrame(frame), frame, settings);
}
