using Analyzer.Laps;
using Analyzer.Overlays;
using static System.FormattableString;

namespace Analyzer.Playback;

/// <summary>What the keys of the <see cref="KeyMap"/> do: each makes a new state of the player out of the old one.</summary>
internal static class KeyActions
{
    /// <summary>Frames a second.</summary>
    public static readonly KeyRange PaceRange = new(PlayerState.MinFramesPerSecond, PlayerState.MaxFramesPerSecond, 1, 15, " fps");

    /// <summary>Of <see cref="OverlaySettings.HeatmapAttenuation"/>.</summary>
    public static readonly KeyRange AttenuationRange = new(1.00m, 1.20m, 0.01m, 1.05m);

    /// <summary>Of <see cref="OverlaySettings.HeatmapGaussianSize"/>.</summary>
    public static readonly KeyRange GaussianSizeRange = new(30, 100, 5, 60);

    private const string NotReadYet = "Where time can be gained is known once the HUD is read";
    private const string NotReadSoFar = "Laps, off-tracks and crashes are known as far as the HUD is read";
    private const string RecordsUnread = "Recording: frames whose HUD is not read yet are recorded without overlays";
    private const string NoNextLap = "This is the last lap";
    private const string NoNextPiece = "This is the joined lap's last piece";
    private const string NoMishap = "No off-track, crash or reset in this run";
    private const string NothingToGain = "No section to gain time in: that takes two completed laps";

    /// <summary>A comparison's name on the help page.</summary>
    public static string NameOf(LapComparison comparison) => comparison switch
    {
        LapComparison.BestLap => "best lap",
        LapComparison.PreviousLap => "previous lap",
        LapComparison.Against => "other run",
        _ => "nothing",
    };

    public static PlayerState Quit(PlayerState state, Landmarks _) => state with { Quit = true };

    public static PlayerState Pause(PlayerState state, Landmarks _) => state with { Paused = !state.Paused };

    // Back at the start a run that had ended plays again, even where it was paused at its end.
    public static PlayerState Home(PlayerState state, Landmarks landmarks) =>
        state.AtTenth(0, landmarks) with { Paused = state.Paused && !state.Ended };

    public static PlayerState ClearHeatmap(PlayerState state, Landmarks landmarks)
    {
        var cleared = state.With(it => it with { HeatmapFromRow = landmarks.RowAt(state.Frame) });
        return cleared with { Notice = "The heatmap counts from this step on" };
    }

    public static PlayerState Loop(PlayerState state, Landmarks _) => (state.LoopFrom, state.LoopTo) switch
    {
        (null, _) => state with { LoopFrom = state.Frame, Ended = false },
        ({ } from, null) => state with { LoopFrom = Math.Min(from, state.Frame), LoopTo = Math.Max(from, state.Frame), Ended = false },
        _ => state.With(it => it with { Opportunity = null }) with { LoopFrom = null, LoopTo = null, Ended = false },
    };

    public static PlayerState NextOpportunity(PlayerState state, Landmarks landmarks)
    {
        var order = landmarks.Sections.Opportunities;
        if (order.IsEmpty) return state with { Notice = landmarks.IsBeingRead ? NotReadYet : NothingToGain };
        var section = order[(order.IndexOf(state.Overlays.Opportunity ?? 0) + 1) % order.Length];
        var (first, last) = landmarks.PassageAt(state.Frame, landmarks.Sections[section]);
        return state.At(first, landmarks).With(it => it with { Opportunity = section }) with { LoopFrom = first, LoopTo = last };
    }

    public static PlayerState ToggleRecording(PlayerState state, Landmarks landmarks) =>
        state with { Recording = !state.Recording, Notice = landmarks.IsBeingRead && !state.Recording ? RecordsUnread : null };

    public static PlayerState TogglePanel(PlayerState state, Landmarks _) => state.Recording
        ? state with { Notice = "The panel stays as it is while a recording runs" }
        : state.With(it => it with { ShowPanel = !it.ShowPanel });

    // A file's pictures are all of one size, which the compare view has only with its panel.
    public static PlayerState ToggleCompare(PlayerState state, Landmarks _) => state.Recording && !state.Overlays.ShowPanel
        ? state with { Notice = "The view stays as it is while a recording without the panel runs" }
        : state.With(it => it with { Compare = !it.Compare });

    public static PlayerState NextComparison(PlayerState state, Landmarks landmarks)
    {
        var offered = landmarks.Comparisons;
        var next = offered[(offered.IndexOf(state.Overlays.Comparison) + 1) % offered.Length];
        return state.With(it => it with { Comparison = next }) with { Notice = $"Compared with: {NameOf(next)}" };
    }

    /// <summary>Changes the overlay settings.</summary>
    public static KeyAction Set(Func<OverlaySettings, OverlaySettings> change) => (state, _) => state.With(change);

    public static PlayerState NextMishap(PlayerState state, Landmarks landmarks) =>
        To((frame, run) => run.NextMishap(frame), NoMishap)(state, landmarks);

    private static KeyAction To(Func<int, Landmarks, int?> target, string none) => (state, run) => target(state.Frame, run) is { } frame
        ? state.At(frame, run)
        : state with { Notice = run.IsBeingRead ? NotReadSoFar : none };

    public static PlayerState PreviousLap(PlayerState state, Landmarks landmarks) =>
        state.Overlays.Joined?.Previous(state.Frame, landmarks.FramesPerSecond) is { } start
            ? state.At(start, landmarks)
            : To((frame, run) => run.PreviousLap(frame), NotReadSoFar)(state, landmarks);

    public static PlayerState NextLap(PlayerState state, Landmarks landmarks) => state.Overlays.Joined is { } joined
        && joined.PieceAt(state.Frame) is not null
            ? To((frame, _) => joined.Next(frame), NoNextPiece)(state, landmarks)
            : To((frame, run) => run.NextLap(frame), NoNextLap)(state, landmarks);

    /// <summary>Goes a second on (1) or back (-1).</summary>
    public static KeyAction Second(int direction) => (state, run) => state.Moved(direction * run.FramesPerSecond, run);

    /// <summary>Goes some frames on or back, and pauses.</summary>
    public static KeyAction Step(int frames) => (state, run) => state.Moved(frames, run) with { Paused = true };

    /// <summary>The key of a digit, which goes to so many tenths of the run.</summary>
    public static (string Key, KeyAction Action) Tenth(int tenth) =>
        (((char)('0' + tenth)).ToString(), (state, run) => state.AtTenth(tenth, run));

    public static KeyAction ChangePace(int presses) => Set(it => it with
    {
        FramesPerSecond = (int)PaceRange.After(it.FramesPerSecond, presses),
    });

    public static KeyAction Attenuation(int presses) => Heatmap(
        it => it with { HeatmapAttenuation = (double)AttenuationRange.After((decimal)it.HeatmapAttenuation, presses) },
        it => Invariant($"Heatmap: attenuation factor {it.HeatmapAttenuation:0.00}"));

    public static KeyAction GaussianSize(int presses) => Heatmap(
        it => it with { HeatmapGaussianSize = (int)GaussianSizeRange.After(it.HeatmapGaussianSize, presses) },
        it => Invariant($"Heatmap: Gaussian size {it.HeatmapGaussianSize}"));

    public static KeyAction ColourMap(int step) => Heatmap(
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
