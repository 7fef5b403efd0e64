using Analyzer.Playback;
using Analyzer.Playback.Window;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>What the mouse does to a run that plays.</summary>
public sealed class PlayerMouseTests : IClassFixture<PlayerStage>
{
    private readonly PlayerStage stage;

    public PlayerMouseTests(PlayerStage stage)
    {
        this.stage = stage;
        stage.Clear();
    }

    [Fact]
    public void Dragging_along_the_bar_shows_each_place()
    {
        var shown = stage.Play(100, "P", "press 213,238", "drag 106,200", "release 106,200", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(HeldAt(385)), stage.Screen(HeldAt(191)), stage.Screen(Halted(191))], shown);
    }

    [Fact]
    public void While_the_button_is_held_the_run_waits_and_then_goes_on()
    {
        var shown = stage.Play(100, ["press 213,238", .. Enumerable.Repeat("drag 213,230", 100), "release 213,200", "+2", "Q"]);

        Assert.Equal([stage.Screen(Pointed(385)), stage.Screen(At(385)), stage.Screen(At(386))], shown.Skip(1).Take(3));
    }

    [Fact]
    public void A_button_let_go_outside_the_window_ends_the_dragging()
    {
        stage.Outside = new MouseInput(MouseAction.Move, new Point(-40, 300));

        var shown = stage.Play(100, "press 213,238", "leave", "+2", "Q");

        Assert.Equal([stage.Screen(Pointed(385)), stage.Screen(At(385)), stage.Screen(At(386))], shown.Skip(1).Take(3));
    }

    [Fact]
    public void A_mouse_dragged_out_of_the_window_is_followed()
    {
        stage.Outside = new MouseInput(MouseAction.Drag, new Point(900, 300));

        var shown = stage.Play(100, "P", "press 213,238", "leave", "release 900,300", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(HeldAt(385)), stage.Screen(HeldAt(769)), stage.Screen(Halted(769))], shown);
    }

    [Fact]
    public void What_is_under_the_mouse_goes_when_it_leaves_the_window()
    {
        stage.Outside = new MouseInput(MouseAction.Move, new Point(213, 241));

        var shown = stage.Play(100, "P", "move 213,238", "leave", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(Halted(100) with { Hover = 385 }), stage.Screen(Halted(100))], shown);
    }

    [Fact]
    public void Where_nobody_can_tell_whether_the_mouse_has_left_it_goes_after_three_seconds()
    {
        var shown = stage.Play(100, "P", "move 213,238", "+1", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(Halted(100) with { Hover = 385 }), stage.Screen(Halted(100))], shown);
        Assert.InRange(stage.Elapsed.TotalSeconds, 3, 3.2);
    }

    private static PlayerState Pointed(int frame) => At(frame) with { Hover = frame };

    private static PlayerState HeldAt(int frame) => Pointed(frame) with { Paused = true };

    private static PlayerState Halted(int frame) => At(frame) with { Paused = true };

    private static PlayerState At(int frame) => new() { Frame = frame };
}
