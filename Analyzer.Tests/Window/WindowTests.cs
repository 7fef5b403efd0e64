using Analyzer.Commands;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Window;

public sealed class WindowTests : IDisposable
{
    private const int LastFrame = SampleRun.FrameCount - 1;

    private static readonly int[] LapStarts = [4, 262, 487];

    private static readonly (string Keys, string What, Func<PlayerState, PlayerState> Change)[] Journey =
    [
        ("p 5", "pause, and go half way", state => At(state, 385)),
        ("period", "one frame forward", state => At(state, 386)),
        ("comma comma", "two frames back", state => At(state, 384)),
        ("Right", "one second forward", state => At(state, 399)),
        ("Left Left", "two seconds back", state => At(state, 369)),
        ("End", "the last frame", state => At(state, LastFrame)),
        ("bracketleft", "the last lap's start", state => At(state, LapStarts[2])),
        ("bracketleft", "the lap before", state => At(state, LapStarts[1])),
        ("bracketright", "the next lap", state => At(state, LapStarts[2])),
        ("Home", "the first frame", state => At(state, 0)),
        ("o", "the first mishap", state => At(state, SampleRun.FrameOf(56))),
        ("0", "0 %", state => At(state, 0)),
        ("1", "10 %", state => At(state, 77)),
        ("KP_2", "20 %, on the keypad", state => At(state, 154)),
        ("3", "30 %", state => At(state, 231)),
        ("4", "40 %", state => At(state, 308)),
        ("6", "60 %", state => At(state, 462)),
        ("7", "70 %", state => At(state, 539)),
        ("8", "80 %", state => At(state, 616)),
        ("9", "90 %", state => At(state, 693)),
        ("h", "help", state => state with { Help = true }),
        ("h", "no help", state => state with { Help = false }),
        ("m m", "faster", state => state.With(it => it with { FramesPerSecond = 17 })),
        ("n", "slower", state => state.With(it => it with { FramesPerSecond = 16 })),
        ("a", "no action space", state => state.With(it => it with { ShowActionSpace = false })),
        ("A", "the action space, by the upper case letter", state => state.With(it => it with { ShowActionSpace = true })),
        ("s", "no heatmap", state => state.With(it => it with { ShowHeatmap = false })),
        ("s", "the heatmap", state => state.With(it => it with { ShowHeatmap = true })),
        ("d", "no panel", state => state.With(it => it with { ShowPanel = false })),
        ("d", "the panel", state => state.With(it => it with { ShowPanel = true })),
        ("t", "no notes", state => state.With(it => it with { ShowNotes = false })),
        ("t", "the notes", state => state.With(it => it with { ShowNotes = true })),
        ("x x", "a greater attenuation", state => state.With(it => it with { HeatmapAttenuation = 1.07 })),
        ("z", "a smaller attenuation", state => state.With(it => it with { HeatmapAttenuation = 1.06 })),
        ("b b", "a larger Gaussian", state => state.With(it => it with { HeatmapGaussianSize = 70 })),
        ("v", "a smaller Gaussian", state => state.With(it => it with { HeatmapGaussianSize = 65 })),
        ("f f", "colour maps before", state => state.With(it => it with { HeatmapColourMap = 18 })),
        ("g", "the next colour map", state => state.With(it => it with { HeatmapColourMap = 19 })),
        ("c", "an empty heatmap", state => state.With(it => it with { HeatmapFromRow = SampleRun.Rows[693]!.Value })),
        ("Right", "a heatmap of the steps since then", state => At(state, 708)),
    ];

    private readonly SampleRun run = SampleRun.Read();
    private readonly FramePipeline pipeline;
    private readonly ScreenComposer screen;
    private readonly OverlaySettings settings;

    public WindowTests()
    {
        var opened = run.Open();
        settings = SampleRun.SettingsOf(opened);
        pipeline = new FramePipeline(opened, box: null, forJumps: false);
        screen = new ScreenComposer(opened.Evaluation, pipeline.Composer);
    }

    [Fact]
    public async Task Each_key_does_what_the_table_says()
    {
        using var desktop = await Desktop.Play(run);
        var state = new PlayerState { Overlays = settings, Paused = true };

        foreach (var (keys, what, change) in Journey)
        {
            desktop.Press(keys);
            state = change(state);
            await desktop.AssertShows(Screen(state), what);
        }

        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);
    }

    [Fact]
    public async Task The_mouse_goes_along_the_bar_and_out_of_the_window()
    {
        using var desktop = await Desktop.Play(run);
        var state = new PlayerState { Overlays = settings, Paused = true };
        desktop.Press("p 0");

        desktop.Mouse(480, 705);
        await desktop.AssertShows(Screen(state with { Hover = 385 }), "hovering");
        desktop.Mouse(480, 705, "click", "1");
        await desktop.AssertShows(Screen(At(state, 385) with { Hover = 385 }), "a click");
        desktop.Mouse(480, 300);
        await desktop.AssertShows(Screen(At(state, 385)), "the mouse elsewhere");
        desktop.Mouse(240, 718, "mousedown", "1");
        desktop.Mouse(300, 400);
        desktop.Mouse(720, 400);
        await desktop.AssertShows(Screen(At(state, 577) with { Hover = 577 }), "dragging");
        desktop.Mouse(1340, 800);
        await desktop.AssertShows(Screen(At(state, LastFrame) with { Hover = LastFrame }), "dragging out of the window");
        desktop.Mouse(1350, 810, "mouseup", "1");
        await desktop.AssertShows(Screen(At(state, LastFrame)), "letting go there");

        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);
    }

    [Fact]
    public async Task A_resized_window_keeps_the_proportions_and_the_mouse_finds_the_bar()
    {
        using var desktop = await Desktop.Play(run);
        var state = new PlayerState { Overlays = settings, Paused = true };
        desktop.Press("p 0");
        await desktop.AssertShows(Screen(state), "the beginning");

        desktop.Resize(640, 460);
        desktop.Mouse(240, 50 + 357, "click", "1");
        await desktop.AssertShows(
            Within(640, 460, 360, Screen(At(state, 385) with { Hover = 385 })),
            "half the size, room above and below");
        desktop.Mouse(240, 20);
        desktop.Resize(640, 360);
        desktop.Press("d");
        var without = At(state, 385).With(it => it with { ShowPanel = false });
        await desktop.AssertShows(Within(480, 360, 360, Screen(without)), "no panel at the same scale");
        desktop.Resize(240, 180);
        await desktop.AssertShows(Within(240, 180, 180, Screen(without)), "a quarter of the size");

        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);
    }

    [Fact]
    public async Task Space_resumes_and_pauses()
    {
        using var desktop = await Desktop.Play(run, "--start", "100");
        desktop.Press("space 2");
        using var paused = Screen(At(new PlayerState { Overlays = settings }, 154)).Clone();
        await desktop.AssertShows(paused, "paused");

        desktop.Press("space");

        Assert.True(await Poll.Until(() =>
        {
            using var seen = desktop.Look();
            return Cv2.Norm(seen, paused, NormTypes.INF) > 0;
        }));
        desktop.Press("Escape");
        await AssertEnds(desktop, ExitCodes.Done);
    }

    [Fact]
    public async Task R_records_and_W_saves_what_is_shown()
    {
        using var desktop = await Desktop.Play(run);
        var state = At(new PlayerState { Overlays = settings }, 385);
        desktop.Press("p 5 r");
        await desktop.AssertShows(Screen(state with { Recording = true }), "recording");
        desktop.Press("period period r");
        await desktop.AssertShows(Screen(At(state, 387) with { Notice = $"Saved {await Written(".mp4")}" }), "recorded");
        desktop.Press("w");
        await desktop.AssertShows(Screen(At(state, 387) with { Notice = $"Saved {await Written(".png")}" }), "saved");
        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);

        AssertRecorded(385, 387);
        using var saved = Cv2.ImRead(Path.Combine(run.Model, await Written(".png")));
        Assert.Equal(0, Cv2.Norm(Screen(At(state, 387)), saved, NormTypes.INF));
    }

    [Theory]
    [InlineData("closing the window", ExitCodes.Done)]
    [InlineData("Ctrl-C", ExitCodes.Interrupted)]
    [InlineData("Q", ExitCodes.Done)]
    public async Task A_recording_is_finished_first_by(string way, int exitCode)
    {
        using var desktop = await Desktop.Play(run);
        var state = At(new PlayerState { Overlays = settings }, 385) with { Recording = true };
        desktop.Press("p 5 r period");
        await desktop.AssertShows(Screen(At(state, 386)), "recording");

        if (way == "Q") desktop.Press("q");
        else if (way == "Ctrl-C") desktop.Program.Interrupt();
        else desktop.Close();

        await AssertEnds(desktop, exitCode);
        AssertRecorded(385, 386);
    }

    [Fact]
    public async Task At_the_end_keys_that_move_go_on_and_any_other_exits()
    {
        using var desktop = await Desktop.Play(run, "--start", "763");
        var end = new PlayerState { Overlays = settings, Frame = LastFrame, Ended = true };
        await desktop.AssertShows(Screen(end), "the end");

        desktop.Press("comma");
        await desktop.AssertShows(Screen(end with { Frame = LastFrame - 1, Ended = false }), "one frame back");
        desktop.Press("p");
        await desktop.AssertShows(Screen(end), "the end again");
        desktop.Press("Shift_L");
        desktop.Press("F5");

        await AssertEnds(desktop, ExitCodes.Done);
    }

    [Fact]
    public async Task Quit_at_end_quits()
    {
        using var desktop = await Desktop.Play(run, "--start", "700", "--fps", "60", "--quit-at-end");

        await AssertEnds(desktop, ExitCodes.Done);
    }

    public void Dispose()
    {
        screen.Dispose();
        pipeline.Dispose();
        run.Dispose();
    }

    private static PlayerState At(PlayerState state, int frame) => state with { Frame = frame };

    private static async Task AssertEnds(Desktop desktop, int exitCode)
    {
        var result = await desktop.Program.Result();
        Assert.Equal((exitCode, "", ""), (result.ExitCode, result.Output, result.Errors.Trim()));
    }

    private Mat Screen(PlayerState state) =>
        screen.Compose(pipeline.Composer.Compose(pipeline.Frames.GetFrame(state.Frame), state.Frame, state.Overlays), state);

    /// <summary>A picture at a height, in the middle of a black window.</summary>
    private static Mat Within(int width, int height, int pictureHeight, Mat picture)
    {
        var scaled = new Size(picture.Width * pictureHeight / picture.Height, pictureHeight);
        var window = new Mat(height, width, MatType.CV_8UC3, Scalar.Black);
        using var middle = new Mat(window, new Rect((width - scaled.Width) / 2, (height - scaled.Height) / 2, scaled.Width, scaled.Height));
        Cv2.Resize(picture, middle, scaled, 0, 0, InterpolationFlags.Area);
        return window;
    }

    private async Task<string> Written(string extension)
    {
        string[] files = [];
        await Poll.Until(() => (files = Directory.GetFiles(run.Model, $"deepracer_analysis_*{extension}")).Length > 0);
        return Path.GetFileName(Assert.Single(files));
    }

    private void AssertRecorded(int first, int last)
    {
        var video = Assert.Single(Directory.GetFiles(run.Model, "deepracer_analysis_*.mp4"));
        var pictures = Pictures.Of(video);
        Assert.Equal(last - first + 1, pictures.Count);
        foreach (var (index, picture) in pictures.Index())
        {
            Assert.True(
                Pictures.AreAlike(pipeline.Composer.Compose(pipeline.Frames.GetFrame(first + index), first + index, settings), picture));
            picture.Dispose();
        }
    }
}
