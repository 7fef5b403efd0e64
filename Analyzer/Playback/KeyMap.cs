using Analyzer.Laps;
using Analyzer.Overlays;

namespace Analyzer.Playback;

/// <summary>The key table: all key bindings, from which the handler, the help page and the README's table are made.</summary>
internal static class KeyMap
{
    /// <summary>The one row that is not of a key; see <see cref="MouseMap"/>.</summary>
    public const string Mouse = "mouse";

    private const string NotReadYet = "Where time can be gained is known once the HUD is read";
    private const string NotReadSoFar = "Laps, off-tracks and crashes are known as far as the HUD is read";
    private const string RecordsUnread = "Recording: frames whose HUD is not read yet are recorded without overlays";
    private const string NoNextLap = "This is the last lap";
    private const string NoNextPiece = "This is the joined lap's last piece";
    private const string NoMishap = "No off-track, crash or reset in this run";
    private const string NothingToGain = "No section to gain time in: that takes two completed laps";

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
        new("P, Space", "pause / resume", "", ("P", Pause), ("Space", Pause)) { Now = state => state.Paused ? "paused" : "plays" },
        new("N / M", "slower / faster", $"{PaceRange}", ("N", ChangePace(-1)), ("M", ChangePace(+1)))
            { Now = state => Text($"{state.Overlays.FramesPerSecond} fps") },
        new("0-9", "jump to 0..90 %", "", [.. Enumerable.Range(0, 10).Select(Tenth)]),
        new(", / .", "one frame back / forward (pauses)", "", (",", Step(-1)), (".", Step(+1))),
        new("Left / Right", "one second back / forward", "", ("Left", Second(-1)), ("Right", Second(+1))),
        new("Home / End", "first / last frame", "", ("Home", Home), ("End", (state, run) => state.AtTenth(10, run))),
        new("[ / ]", "previous / next lap, or piece of the joined lap", "", ("[", PreviousLap), ("]", NextLap)),
        new("O", "next off-track, crash or reset", "wraps round", ("O", To((frame, run) => run.NextMishap(frame), NoMishap))),
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
            { Now = state => Text($"{state.Overlays.HeatmapAttenuation:0.00}") }),
        Look(new("V / B", "Gaussian size down / up", $"{GaussianSizeRange}", ("V", GaussianSize(-1)), ("B", GaussianSize(+1)))
            { Now = state => Text($"{state.Overlays.HeatmapGaussianSize}") }),
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

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string NameOf(LapComparison comparison) => comparison switch
    {
        LapComparison.BestLap => "best lap",
        LapComparison.PreviousLap => "previous lap",
        LapComparison.Against => "other run",
        _ => "nothing",
    };

    private static string LoopNow(PlayerState state) => (state.LoopFrom, state.LoopTo) switch
    {
        (null, _) => "off",
        (_, null) => "A is marked",
        _ => "loops",
    };

    private static string OpportunityNow(PlayerState state) => state.Overlays.Opportunity is { } section ? Text($"section {section}") : "";

    private static PlayerState Quit(PlayerState state, Landmarks landmarks) => state with { Quit = true };

    private static PlayerState Pause(PlayerState state, Landmarks landmarks) => state with { Paused = !state.Paused };

    // Back at the start a run that had ended plays again, even where it was paused at its end.
    private static PlayerState Home(PlayerState state, Landmarks landmarks) =>
        state.AtTenth(0, landmarks) with { Paused = state.Paused && !state.Ended };

    private static PlayerState ClearHeatmap(PlayerState state, Landmarks landmarks)
    {
        var cleared = state.With(it => it with { HeatmapFromRow = landmarks.RowAt(state.Frame) });
        return cleared with { Notice = "The heatmap counts from this step on" };
    }

    private static PlayerState Loop(PlayerState state, Landmarks landmarks) => (state.LoopFrom, state.LoopTo) switch
    {
        (null, _) => state with { LoopFrom = state.Frame, Ended = false },
        ({ } from, null) => state with { LoopFrom = Math.Min(from, state.Frame), LoopTo = Math.Max(from, state.Frame), Ended = false },
        _ => state.With(it => it with { Opportunity = null }) with { LoopFrom = null, LoopTo = null, Ended = false },
    };

    private static PlayerState NextOpportunity(PlayerState state, Landmarks landmarks)
    {
        var order = landmarks.Sections.Opportunities;
        if (order.IsEmpty) return state with { Notice = landmarks.IsBeingRead ? NotReadYet : NothingToGain };
        var section = order[(order.IndexOf(state.Overlays.Opportunity ?? 0) + 1) % order.Length];
        var (first, last) = landmarks.PassageAt(state.Frame, landmarks.Sections[section]);
        return state.At(first, landmarks).With(it => it with { Opportunity = section }) with { LoopFrom = first, LoopTo = last };
    }

    private static PlayerState ToggleRecording(PlayerState state, Landmarks landmarks) =>
        state with { Recording = !state.Recording, Notice = landmarks.IsBeingRead && !state.Recording ? RecordsUnread : null };

    private static PlayerState TogglePanel(PlayerState state, Landmarks landmarks) => state.Recording
        ? state with { Notice = "The panel stays as it is while a recording runs" }
        : state.With(it => it with { ShowPanel = !it.ShowPanel });

    // A file's pictures are all of one size, which the compare view has only with its panel.
    private static PlayerState ToggleCompare(PlayerState state, Landmarks landmarks) => state.Recording && !state.Overlays.ShowPanel
        ? state with { Notice = "The view stays as it is while a recording without the panel runs" }
        : state.With(it => it with { Compare = !it.Compare });

    private static PlayerState NextComparison(PlayerState state, Landmarks landmarks)
    {
        var offered = landmarks.Comparisons;
        var next = offered[(offered.IndexOf(state.Overlays.Comparison) + 1) % offered.Length];
        return state.With(it => it with { Comparison = next }) with { Notice = $"Compared with: {NameOf(next)}" };
    }

    private static KeyAction Set(Func<OverlaySettings, OverlaySettings> change) => (state, _) => state.With(change);

    private static KeyAction To(Func<int, Landmarks, int?> target, string none) => (state, run) => target(state.Frame, run) is { } frame
        ? state.At(frame, run)
        : state with { Notice = run.IsBeingRead ? NotReadSoFar : none };

    private static PlayerState PreviousLap(PlayerState state, Landmarks landmarks) =>
        state.Overlays.Joined?.Previous(state.Frame, landmarks.FramesPerSecond) is { } start
            ? state.At(start, landmarks)
            : To((frame, run) => run.PreviousLap(frame), NotReadSoFar)(state, landmarks);

    private static PlayerState NextLap(PlayerState state, Landmarks landmarks) => state.Overlays.Joined is { } joined
        && joined.PieceAt(state.Frame) is not null
            ? To((frame, _) => joined.Next(frame), NoNextPiece)(state, landmarks)
            : To((frame, run) => run.NextLap(frame), NoNextLap)(state, landmarks);

    private static KeyAction Second(int direction) => (state, run) => state.Moved(direction * run.FramesPerSecond, run);

    private static KeyAction Step(int frames) => (state, run) => state.Moved(frames, run) with { Paused = true };

    private static (string Key, KeyAction Action) Tenth(int tenth) =>
        (((char)('0' + tenth)).ToString(), (state, run) => state.AtTenth(tenth, run));

    private static KeyAction ChangePace(int presses) => Set(it => it with
    {
        FramesPerSecond = (int)PaceRange.After(it.FramesPerSecond, presses),
    });

    private static KeyAction Attenuation(int presses) => Heatmap(
        it => it with { HeatmapAttenuation = (double)AttenuationRange.After((decimal)it.HeatmapAttenuation, presses) },
        it => Text($"Heatmap: attenuation factor {it.HeatmapAttenuation:0.00}"));

    private static KeyAction GaussianSize(int presses) => Heatmap(
        it => it with { HeatmapGaussianSize = (int)GaussianSizeRange.After(it.HeatmapGaussianSize, presses) },
        it => Text($"Heatmap: Gaussian size {it.HeatmapGaussianSize}"));

    private static KeyAction ColourMap(int step) => Heatmap(
        it =>
        {
            var all = Enum.GetValues<HeatmapColours>();
            return it with { HeatmapColours = all[(Array.IndexOf(all, it.HeatmapColours) + step + all.Length) % all.Length] };
        },
        it => $"Heatmap: colour map {it.HeatmapColours}");

    private static KeyAction Heatmap(Func<OverlaySettings, OverlaySettings> change, Func<OverlaySettings, string> toast) => (state, _) =>
    {
        var changed = state.With(change);
        return changed with { Notice = toast(changed.Overlays) };
    };
}
