using Analyzer.Commands;
using Analyzer.Playback;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>What a person records and saves.</summary>
public sealed class RecordingWindowTests : WindowStage
{
    [Fact]
    public async Task R_records_and_W_saves_what_is_shown()
    {
        using var desktop = await Play();
        var state = At(new PlayerState { Overlays = Settings, Paused = true }, 125);
        desktop.Press("p 5 r");
        await desktop.AssertShows(Screen(state with { Recording = true }), "recording");
        desktop.Press("period period r");
        await desktop.AssertShows(Screen(At(state, 127) with { Notice = $"Saved {await Written(".mp4")}" }), "recorded");
        desktop.Press("w");
        await desktop.AssertShows(Screen(At(state, 127) with { Notice = $"Saved {await Written(".png")}" }), "saved");
        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);

        AssertRecorded(125, 127);
        using var saved = Cv2.ImRead(Path.Combine(Model, await Written(".png")));
        Assert.Equal(0, Cv2.Norm(Composed(At(state, 127)), saved, NormTypes.INF));
    }

    [Theory]
    [InlineData("closing the window", ExitCodes.Done)]
    [InlineData("Ctrl-C", ExitCodes.Interrupted)]
    [InlineData("Q", ExitCodes.Done)]
    public async Task A_recording_is_finished_first_by(string way, int exitCode)
    {
        using var desktop = await Play();
        var state = At(new PlayerState { Overlays = Settings, Paused = true }, 125) with { Recording = true };
        desktop.Press("p 5 r period");
        await desktop.AssertShows(Screen(At(state, 126)), "recording");

        if (way == "Q") desktop.Press("q");
        else if (way == "Ctrl-C") desktop.Program.Interrupt();
        else desktop.Close();

        await AssertEnds(desktop, exitCode);
        AssertRecorded(125, 126);
    }
}
