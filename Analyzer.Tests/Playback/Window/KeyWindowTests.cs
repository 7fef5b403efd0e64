using Analyzer.Commands;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Playback.Window;

/// <summary>Keys typed into the window.</summary>
public sealed class KeyWindowTests() : WindowStage(whole: true)
{
    private const int LastOfAll = SampleRun.FrameCount - 1;

    private static readonly int[] LapStarts = [4, 262, 487];

    private static readonly (string Keys, string What, Func<PlayerState, PlayerState> Change)[] Journey =
    [
        ("p 5", "pause, and go half way", state => At(state, 385)),
        ("period", "one frame forward", state => At(state, 386)),
        ("comma comma", "two frames back", state => At(state, 384)),
        ("Right", "one second forward", state => At(state, 399)),
        ("Left Left", "two seconds back", state => At(state, 369)),
        ("End", "the last frame", state => At(state, LastOfAll)),
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
        ("x x", "a greater attenuation", state => state.With(it => it with { HeatmapAttenuation = 1.07 })
            with { Notice = "Heatmap: attenuation factor 1.07" }),
        ("z", "a smaller attenuation", state => state.With(it => it with { HeatmapAttenuation = 1.06 })
            with { Notice = "Heatmap: attenuation factor 1.06" }),
        ("b b", "a larger Gaussian", state => state.With(it => it with { HeatmapGaussianSize = 70 })
            with { Notice = "Heatmap: Gaussian size 70" }),
        ("v", "a smaller Gaussian", state => state.With(it => it with { HeatmapGaussianSize = 65 })
            with { Notice = "Heatmap: Gaussian size 65" }),
        ("f f", "colour maps before", state => state.With(it => it with { HeatmapColours = HeatmapColours.Spring })
            with { Notice = "Heatmap: colour map Spring" }),
        ("g", "the next colour map", state => state.With(it => it with { HeatmapColours = HeatmapColours.Cividis })
            with { Notice = "Heatmap: colour map Cividis" }),
        ("c", "an empty heatmap", state => state.With(it => it with { HeatmapFromRow = SampleRun.Rows[693]!.Value })
            with { Notice = "The heatmap counts from this step on" }),
        ("Right", "a heatmap of the steps since then", state => At(state, 708) with { Notice = null }),
    ];

    [Fact]
    public async Task Each_key_does_what_the_table_says()
    {
        using var desktop = await Play();
        var state = new PlayerState { Overlays = Settings, Paused = true };

        foreach (var (keys, what, change) in Journey)
        {
            desktop.Press(keys);
            state = change(state);
            await desktop.AssertShows(Screen(state), what);
        }

        desktop.Press("q");
        await AssertEnds(desktop, ExitCodes.Done);
    }
}
