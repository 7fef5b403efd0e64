using Analyzer.Laps;
using Analyzer.Overlays;

namespace Analyzer.Playback;

/// <summary>What a key makes of the player's state.</summary>
internal delegate PlayerState KeyAction(PlayerState state, Landmarks landmarks);

/// <summary>One row of the key table: what the handler, the help page and the README's list are made from.</summary>
/// <param name="Keys">The keys as printed on the keyboard, <c>" / "</c> or <c>", "</c> between them.</param>
/// <param name="Description">What they do.</param>
/// <param name="Range">Range and default; empty where there are none.</param>
/// <param name="Actions">Each key's name (see <see cref="KeyNames"/>) and what it does.</param>
internal sealed record KeyRow(string Keys, string Description, string Range, params (string Key, KeyAction Action)[] Actions)
{
    /// <summary>Whether the keys go to another frame, or loop: at the end of the run all others exit.</summary>
    public bool Moves { get; init; }
}

/// <summary>The key table.</summary>
internal static class KeyMap
{
    /// <summary>The one row that is no key's; see <see cref="MouseMap"/>.</summary>
    public const string Mouse = "mouse";

    private const int ColourMaps = 22;

    private static readonly KeyRange PaceRange = new(PlayerState.MinFramesPerSecond, PlayerState.MaxFramesPerSecond, 1, 15, " fps");
    private static readonly KeyRange AttenuationRange = new(1.00m, 1.20m, 0.01m, 1.05m);
    private static readonly KeyRange GaussianSizeRange = new(30, 100, 5, 60);

    private static readonly Dictionary<string, (KeyRow Row, KeyAction Action)> ByName;

    static KeyMap() => ByName = Rows
        .SelectMany(row => row.Actions.Select(entry => (entry.Key, row, entry.Action)))
        .ToDictionary(entry => entry.Key, entry => (entry.row, entry.Action));

    /// <summary>All keys, in the order of the help page.</summary>
    public static IReadOnlyList<KeyRow> Rows { get; } =
    [
        new("Q, Esc", "quit (also: closing the window)", "finishes a recording first", ("Q", Quit), ("Esc", Quit)),
        new("P, Space", "pause / resume", "", ("P", Pause), ("Space", Pause)),
        new("H", "help", "", ("H", (state, _) => state with { Help = !state.Help })),
        new("N / M", "slower / faster", $"{PaceRange}", ("N", ChangePace(-1)), ("M", ChangePace(+1))),
        new("A / S", "action space / heatmap on, off", "on",
            ("A", Set(it => it with { ShowActionSpace = !it
                .ShowActionSpace })), ("S", Set(it => it with { ShowHeatmap = !it.ShowHeatmap }))),
        new("D", "panel (map, delta, rewards) on, off", "on", ("D", TogglePanel)),
        new("T", "text notes on, off", "on", ("T", Set(it => it with { ShowNotes = !it.ShowNotes }))),
        new("0-9", "jump to 0..90 %", "", [.. Enumerable.Range(0, 10).Select(Tenth)]) { Moves = true },
        new(", / .", "one frame back / forward (pauses)", "", (",", Step(-1)), (".", Step(+1))) { Moves = true },
        new("Left / Right", "one second back / forward", "", ("Left", Second(-1)), ("Right", Second(+1))) { Moves = true },
        new("Home / End", "first / last frame", "", ("Home", To((_, _) => 0)), ("End", To((_, run) => run.LastFrame))) { Moves = true },
        new("[ / ]", "previous / next lap", "",
            ("[", To((frame, run) => run.PreviousLap(frame))), ("]", To((frame, run) => run.NextLap(frame)))) { Moves = true },
        new("O", "next off-track, crash or reset", "wraps round", ("O", To((frame, run) => run.NextMishap(frame)))) { Moves = true },
        new("K", "compare with: best lap / previous lap / best of --against / nothing", "best lap", ("K", NextComparison)),
        new("Enter", "full screen on, off", "off", ("Enter", (state, _) => state with { FullScreen = !state.FullScreen })),
        new("L", "loop: marks A, marks B and loops, clears", "", ("L", Loop)) { Moves = true },
        new("Z / X", "attenuation factor down / up", $"{AttenuationRange}", ("Z", Attenuation(-1)), ("X", Attenuation(+1))),
        new("V / B", "Gaussian size down / up", $"{GaussianSizeRange}", ("V", GaussianSize(-1)), ("B", GaussianSize(+1))),
        new("F / G", "previous / next colour map", "0..21, 20", ("F", ColourMap(-1)), ("G", ColourMap(+1))),
        new("C", "clear the heatmap (counts from this step on)", "",
            ("C", (state, run) => state.With(it => it with { HeatmapFromRow = run.RowAt(state.Frame) }))),
        new(
            "R",
            "start / stop recording an MP4",
            "into the model folder",
            ("R", (state, _) => state with { Recording = !state.Recording })),
        new("W", "save this picture as a PNG", "into the model folder",
            ("W", (state, _) => state with { ScreenshotRequests = state.ScreenshotRequests + 1 })),
        new(Mouse, "on the progress bar: click or drag to go there, hover to see what is there", ""),
    ];

    /// <summary>The help page's lines.</summary>
    public static IReadOnlyList<HelpLine> Help { get; } = [.. Rows.Select(row => new HelpLine(row.Keys, row.Description, row.Range))];

    /// <summary>The state after a key; unchanged by a key that means nothing, except at the end, where it exits.</summary>
    /// <param name="key">The key's name, from <see cref="KeyNames"/>.</param>
    /// <param name="state">The state before.</param>
    /// <param name="landmarks">Where keys may jump to.</param>
    public static PlayerState Apply(string key, PlayerState state, Landmarks landmarks)
    {
        var known = ByName.TryGetValue(key, out var entry);
        if (state.Ended && !(known && entry.Row.Moves)) return state with { Quit = true };
        return known ? entry.Action(state with { Notice = null }, landmarks) : state;
    }

    private static PlayerState Quit(PlayerState state, Landmarks landmarks) => state with { Quit = true };

    private static PlayerState Pause(PlayerState state, Landmarks landmarks) => state with { Paused = !state.Paused };

    private static PlayerState Loop(PlayerState state, Landmarks landmarks) => (state.LoopFrom, state.LoopTo) switch
    {
        (null, _) => state with { LoopFrom = state.Frame, Ended = false },
        ({ } from, null) => state with { LoopFrom = Math.Min(from, state.Frame), LoopTo = Math.Max(from, state.Frame), Ended = false },
        _ => state with { LoopFrom = null, LoopTo = null, Ended = false },
    };

    private static PlayerState TogglePanel(PlayerState state, Landmarks landmarks) => state.Recording
        ? state with { Notice = "The panel stays as it is while a recording runs" }
        : state.With(it => it with { ShowPanel = !it.ShowPanel });

    private static PlayerState NextComparison(PlayerState state, Landmarks landmarks)
    {
        var offered = landmarks.Comparisons;
        return state.With(it => it with { Comparison = offered[(offered.IndexOf(it.Comparison) + 1) % offered.Length] });
    }

    private static KeyAction Set(Func<OverlaySettings, OverlaySettings> change) => (state, _) => state.With(change);

    private static KeyAction To(Func<int, Landmarks, int> target) => (state, run) => state.At(target(state.Frame, run), run);

    private static KeyAction Second(int direction) => To((frame, run) => frame + (direction * run.FramesPerSecond));

    private static KeyAction Step(int frames) => (state, run) => state.At(state.Frame + frames, run) with { Paused = true };

    private static (string Key, KeyAction Action) Tenth(int tenth) =>
        (((char)('0' + tenth)).ToString(), To((_, run) => (run.LastFrame + 1) * tenth / 10));

    private static KeyAction ChangePace(int presses) => Set(it => it with
    {
        FramesPerSecond = (int)PaceRange.After(it.FramesPerSecond, presses),
    });

    private static KeyAction Attenuation(int presses) => Set(it => it with
    {
        HeatmapAttenuation = (double)AttenuationRange.After((decimal)it.HeatmapAttenuation, presses),
    });

    private static KeyAction GaussianSize(int presses) => Set(it => it with
    {
        HeatmapGaussianSize = (int)GaussianSizeRange.After(it.HeatmapGaussianSize, presses),
    });

    private static KeyAction ColourMap(int step) => Set(it => it with
    {
        HeatmapColourMap = Math.Clamp(it.HeatmapColourMap + step, 0, ColourMaps - 1),
    });
}
