using Analyzer.Commands;
using Analyzer.Playback;

namespace Analyzer.Tests.Playback.Window;

/// <summary>The end of the run in the window.</summary>
public sealed class EndWindowTests : WindowStage
{
    [Fact]
    public async Task At_the_end_keys_do_what_they_do_elsewhere_and_no_other_exits()
    {
        using var desktop = await Play("--start", "243");
        var end = new PlayerState { Overlays = Settings, Frame = LastFrame, Ended = true };
        await desktop.AssertShows(Screen(end), "the end");

        desktop.Press("Shift_L");
        desktop.Press("F5 t");
        await desktop.AssertShows(Screen(end.With(it => it with { ShowNotes = false })), "the end without notes");
        desktop.Press("t comma");
        await desktop.AssertShows(Screen(end with { Frame = LastFrame - 1, Ended = false, Paused = true }), "one frame back");
        desktop.Press("q");

        await AssertEnds(desktop, ExitCodes.Done);
    }

    [Fact]
    public async Task A_window_destroyed_from_outside_ends_the_program()
    {
        using var desktop = await Play();

        desktop.Destroy();

        Assert.Equal(ExitCodes.Done, (await desktop.Program.Result()).ExitCode);
    }

    [Fact]
    public async Task Quit_at_end_quits()
    {
        using var desktop = await Play("--start", "180", "--fps", "60", "--quit-at-end");

        await AssertEnds(desktop, ExitCodes.Done);
    }
}
