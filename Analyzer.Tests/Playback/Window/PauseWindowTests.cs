using Analyzer.Commands;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>Pausing in the window.</summary>
public sealed class PauseWindowTests : WindowStage
{
    [Fact]
    public async Task Space_resumes_and_pauses()
    {
        using var desktop = await Play("--start", "20");
        desktop.Press("space 2");
        using var paused = Screen(At(new PlayerState { Overlays = Settings, Paused = true }, 50)).Clone();
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
}
