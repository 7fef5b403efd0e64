using Analyzer.Commands;
using Analyzer.Playback;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>The mouse in the window, and the window drawn larger and smaller.</summary>
public sealed class MouseWindowTests : WindowStage
{
    [Fact]
    public async Task The_mouse_goes_along_the_bar_and_out_of_the_window()
    {
        using var desktop = await Play();
        var state = new PlayerState { Overlays = Settings, Paused = true };
        desktop.Press("p 0");

        desktop.Mouse(640, 705);
        await desktop.AssertShows(Screen(state with { Hover = 125 }), "hovering");
        desktop.Mouse(640, 705, "click", "1");
        await desktop.AssertShows(Screen(At(state, 125) with { Hover = 125 }), "a click");
        desktop.Mouse(480, 300);
        await desktop.AssertShows(Screen(At(state, 125)), "the mouse elsewhere");
        desktop.Mouse(240, 718, "mousedown", "1");
        desktop.Mouse(300, 400);
        desktop.Mouse(960, 400);
        await desktop.AssertShows(Screen(At(state, 187) with { Hover = 187 }), "dragging");
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
        using var desktop = await Play();
        var state = new PlayerState { Overlays = Settings, Paused = true };
        desktop.Press("p 0");
        await desktop.AssertShows(Screen(state), "the beginning");

        desktop.Resize(640, 460);
        await desktop.AssertShows(Within(640, 460, 360, Screen(state)), "half the size");
        desktop.Mouse(320, 50 + 357, "click", "1");
        await desktop.AssertShows(
            Within(640, 460, 360, Screen(At(state, 125) with { Hover = 125 })),
            "half the size, room above and below");
        desktop.Mouse(240, 20);
        desktop.Resize(640, 360);
        desktop.Press("d");
        var without = At(state, 125).With(it => it with { ShowPanel = false });
        await desktop.AssertShows(Within(480, 360, 360, Screen(without)), "no panel at the same scale");
        desktop.Resize(240, 180);
        await desktop.AssertShows(Within(240, 180, 180, Screen(without)), "a quarter of the size");

        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);
    }

    /// <summary>A picture at a height, in the middle of a black window.</summary>
    private static Mat Within(int width, int height, int pictureHeight, Mat picture)
    {
        var scaled = new Size(picture.Width * pictureHeight / picture.Height, pictureHeight);
        var window = new Mat(height, width, MatType.CV_8UC3, Scalar.Black);
        using var middle = new Mat(window, new Rect((width - scaled.Width) / 2, (height - scaled.Height) / 2, scaled.Width, scaled.Height));
        Cv2.Resize(picture, middle, scaled, 0, 0, InterpolationFlags.Area);
        return window;
    }
}
