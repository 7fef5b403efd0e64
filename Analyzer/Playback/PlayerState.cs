using Analyzer.Laps;
using Analyzer.Overlays;

namespace Analyzer.Playback;

/// <summary>The player's whole state, immutable. A key or the mouse makes a new one out of it; the player shows what it says.</summary>
internal readonly record struct PlayerState
{
    /// <summary>The slowest pace, frames a second.</summary>
    public const int MinFramesPerSecond = 1;

    /// <summary>The fastest pace, frames a second.</summary>
    public const int MaxFramesPerSecond = 100;

    private const string OutsideJoined = "This is outside the joined lap: Home plays that again";

    /// <summary>The first frame, playing.</summary>
    public PlayerState()
    {
    }

    /// <summary>The frame in the window, from 0.</summary>
    public int Frame { get; init; }

    /// <summary>The user has stopped the run.</summary>
    public bool Paused { get; init; }

    /// <summary>The help page covers the picture, and the run waits.</summary>
    public bool Help { get; init; }

    /// <summary>The last frame has been shown for its time.</summary>
    public bool Ended { get; init; }

    /// <summary>The window is to close.</summary>
    public bool Quit { get; init; }

    /// <summary>Frames shown go into a file as well.</summary>
    public bool Recording { get; init; }

    /// <summary>The frame under the mouse on the progress bar; null where it is elsewhere.</summary>
    public int? Hover { get; init; }

    /// <summary>The mouse's button is held on the progress bar, and the run waits.</summary>
    public bool Dragging { get; init; }

    /// <summary>The loop's first frame, A; null without one.</summary>
    public int? LoopFrom { get; init; }

    /// <summary>The loop's last frame, B; null as long as only A is marked, and the run goes on.</summary>
    public int? LoopTo { get; init; }

    /// <summary>The window fills the screen.</summary>
    public bool FullScreen { get; init; }

    /// <summary>How many pictures have been asked for so far.</summary>
    public int ScreenshotRequests { get; init; }

    /// <summary>How often more has become known of the run, so that its picture is another.</summary>
    public int Updates { get; init; }

    /// <summary>What to tell the user for some seconds or until the next key: the name of a file written, say; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>What is drawn, and at which pace.</summary>
    public OverlaySettings Overlays { get; init; } = new();

    /// <summary>True while frames follow each other.</summary>
    public bool Playing => !(Paused || Help || Ended || Quit || Dragging);

    /// <summary>The same at another frame.</summary>
    /// <param name="frame">Any number; taken to the nearest frame there is.</param>
    /// <param name="landmarks">The run's length.</param>
    public PlayerState At(int frame, Landmarks landmarks) => this with { Frame = Math.Clamp(frame, 0, landmarks.LastFrame), Ended = false };

    /// <summary>The same some frames later: from the loop's end back to its beginning; ended once the last frame's time is over.</summary>
    public PlayerState Advanced(int frames, Landmarks landmarks) => frames switch
    {
        0 => this,
        _ when Frame <= LoopTo && Frame + frames > LoopTo => At(LoopFrom ?? 0, landmarks),
        _ when Frame >= LoopFrom && Frame < LoopTo => At(Frame + frames, landmarks),
        _ when Frame == LastFrame(landmarks) => this with { Ended = true },
        _ => Moved(frames, landmarks),
    };

    /// <summary>The same some frames on, or back; of the joined lap's frames, where that is played.</summary>
    public PlayerState Moved(int frames, Landmarks landmarks) =>
        At(Overlays.Joined?.Moved(Frame, frames) ?? Frame + frames, landmarks);

    /// <summary>The same at so many tenths of what is played.</summary>
    /// <param name="tenths">0 to 10, where 10 is the last frame.</param>
    /// <param name="landmarks">The run's length.</param>
    public PlayerState AtTenth(int tenths, Landmarks landmarks) => Overlays.Joined is { Frames: var joined }
        ? At(joined[Math.Min(joined.Length * tenths / 10, joined.Length - 1)], landmarks)
        : At((landmarks.LastFrame + 1) * tenths / 10, landmarks);

    /// <summary>The same, and that the joined lap has been left, where a state before was in it; no longer so once it is back.</summary>
    public PlayerState Since(in PlayerState before) => (before.IsInJoined, IsInJoined) switch
    {
        (true, false) => this with { Notice = OutsideJoined },
        (false, true) when Notice == OutsideJoined => this with { Notice = null },
        _ => this,
    };

    private bool IsInJoined => Overlays.Joined?.PieceAt(Frame) is not null;

    private int LastFrame(Landmarks landmarks) => IsInJoined ? Overlays.Joined!.Frames[^1] : landmarks.LastFrame;

    /// <summary>The same with other overlay settings.</summary>
    public PlayerState With(Func<OverlaySettings, OverlaySettings> change) => this with { Overlays = change(Overlays) };
}
