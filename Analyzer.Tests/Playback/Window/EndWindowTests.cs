using Analyzer.Commands;
using Analyzer.Playback;

namespace Analyzer.Tests.Playback.Window;

/// <summary>The end of the run in the window.</summary>
public sealed class EndWindowTests : WindowStage
{
    [Fact]
    public async Task At_the_end_keys_that_move_go_on_and_any_other_exits()
    {
        using var desktop = await Play("--start", "763");
        var end = new PlayerState { Overlays = Settings, Frame = LastFrame, Ended = true };
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
        using var desktop = await Play("--start", "700", "--fps", "60", "--quit-at-end");

        await AssertEnds(desktop, ExitCodes.Done);
    }
}
