using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Playback.Window;
using static System.FormattableString;
using static Analyzer.Playback.KeyActions;

namespace Analyzer.Playback;

/// <summary>The key table: all key bindings, from which the handler, the help page and the README's table are made.</summary>
internal static class KeyMap
{
    /// <summary>The one row that is not of a key; see <see cref="MouseMap"/>.</summary>
    public const string Mouse = "mouse";

    private static readonly Dictionary<string, (KeyRow Row, KeyAction Action)> ByName;

    static KeyMap() => ByName = Rows
        .SelectMany(row => row.Actions.Select(entry => (entry.Key, row, entry.Action)))
        .ToDictionary(entry => entry.Key, entry => (entry.row, entry.Action));

    /// <summary>All keys, in the order of the help page.</summary>
    public static IReadOnlyList<KeyRow> Rows { get; } =
    [
        new("Q, Esc", "quit (also: closing the window)", "finishes a recording first", ("Q", Quit), ("Esc", Quit)),
        new("P, Space", "pause / resume", "", ("P", Pause), ("Space", Pause)) { Now = state => state.Paused ? "paused" : "plays" },
        new("N / M", "slower / faster", $"{PaceRange}", ("N", ChangePace(-1)), ("M", ChangePace(+1)))
            { Now = state => Invariant($"{state.Overlays.FramesPerSecond} fps") },
        new("0-9", "jump to 0..90 %", "", [.. Enumerable.Range(0, 10).Select(Tenth)]),
        new(", / .", "one frame back / forward (pauses)", "", (",", Step(-1)), (".", Step(+1))),
        new("Left / Right", "one second back / forward", "", ("Left", Second(-1)), ("Right", Second(+1))),
        new("Home / End", "first / last frame", "", ("Home", Home), ("End", (state, run) => state.AtTenth(10, run))),
        new("[ / ]", "previous / next lap, or piece of the joined lap", "", ("[", PreviousLap), ("]", NextLap)),
        new("O", "next off-track, crash or reset", "wraps round", ("O", NextMishap)),
        new("J", "next opportunity: loops the section that costs most, again: the next", "", ("J", NextOpportunity))
            { Now = OpportunityNow },
        new("L", "loop: marks A, marks B and loops, clears", "", ("L", Loop)) { Now = LoopNow },
        new(Mouse, "on the progress bar: click or drag to go there, hover to see what is there", ""),
        Look(new("H", "help", "", ("H", (state, _) => state with { Help = !state.Help }))),
        Look(new("A / S", "action space / heatmap on, off", "on",
            ("A", Set(it => it with { ShowActionSpace = !it.ShowActionSpace })),
            ("S", Set(it => it with { ShowHeatmap = !it.ShowHeatmap })))
            { Now = state => $"{OnOff(state.Overlays.ShowActionSpace)} / {OnOff(state.Overlays.ShowHeatmap)}" }),
        Look(new("D", "panel (map, delta, rewards) on, off", "on", ("D", TogglePanel)) { Now = state => OnOff(state.Overlays.ShowPanel) }),
        Look(new("T", "text notes on, off", "on", ("T", Set(it => it with { ShowNotes = !it.ShowNotes })))
            { Now = state => OnOff(state.Overlays.ShowNotes) }),
        Look(new("K", "compare with: best lap / previous lap / best of --against / nothing", "best lap", ("K", NextComparison))
            { Now = state => NameOf(state.Overlays.Comparison) }),
        Look(new("Y", "compare view (this lap and K's side by side) on, off", "off", ("Y", ToggleCompare))
            { Now = state => OnOff(state.Overlays.Compare) }),
        Look(new("Enter", "full screen on, off", "off", ("Enter", (state, _) => state with { FullScreen = !state.FullScreen }))
            { Now = state => OnOff(state.FullScreen) }),
        Look(new("Z / X", "attenuation factor down / up", $"{AttenuationRange}", ("Z", Attenuation(-1)), ("X", Attenuation(+1)))
            { Now = state => Invariant($"{state.Overlays.HeatmapAttenuation:0.00}") }),
        Look(new("V / B", "Gaussian size down / up", $"{GaussianSizeRange}", ("V", GaussianSize(-1)), ("B", GaussianSize(+1)))
            { Now = state => Invariant($"{state.Overlays.HeatmapGaussianSize}") }),
        Look(new("F / G", "previous / next colour map", "round and round, Turbo", ("F", ColourMap(-1)), ("G", ColourMap(+1)))
            { Now = state => state.Overlays.HeatmapColours.ToString() }),
        Look(new("C", "clear the heatmap (counts from this step on)", "", ("C", ClearHeatmap))),
        Keep(new("R", "start / stop recording an MP4", "into the model folder", ("R", ToggleRecording))
            { Now = state => OnOff(state.Recording) }),
        Keep(new("W", "save this picture as a PNG", "into the model folder",
            ("W", (state, _) => state with { ScreenshotRequests = state.ScreenshotRequests + 1 }))),
    ];

    /// <summary>The help page's lines, each with its value now.</summary>
    public static IReadOnlyList<HelpLine> Help(PlayerState state) =>
        [.. Rows.Select(row => new HelpLine(row.Group.ToString(), row.Keys, row.Description, row.Now(state), row.Range))];

    /// <summary>The state after a key; unchanged by a key that means nothing.</summary>
    /// <param name="key">The key's name, from <see cref="KeyNames"/>.</param>
    /// <param name="state">The state before.</param>
    /// <param name="landmarks">Where keys may jump to.</param>
    public static PlayerState Apply(string key, PlayerState state, Landmarks landmarks) =>
        ByName.TryGetValue(key, out var entry) ? entry.Action(state with { Notice = null }, landmarks).Since(state) : state;

    private static KeyRow Look(KeyRow row) => row with { Group = KeyGroup.Look };

    private static KeyRow Keep(KeyRow row) => row with { Group = KeyGroup.Keep };

    private static string OnOff(bool isOn) => isOn ? "on" : "off";

    private static string LoopNow(PlayerState state) => (state.LoopFrom, state.LoopTo) switch
    {
        (null, _) => "off",
        (_, null) => "A is marked",
        _ => "loops",
    };

    private static string OpportunityNow(PlayerState state) =>
        state.Overlays.Opportunity is { } section ? Invariant($"section {section}") : "";
}
