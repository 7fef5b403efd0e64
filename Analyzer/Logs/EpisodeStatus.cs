namespace Analyzer.Logs;

/// <summary>What the simulator says of the car at a step: the sim-trace column <c>episode_status</c>.</summary>
internal enum EpisodeStatus
{
    /// <summary>A word this program does not know; the row keeps the text.</summary>
    Unknown,

    /// <summary>Before the lap's first action.</summary>
    Prepare,

    /// <summary>The car drives.</summary>
    InProgress,

    /// <summary>All wheels have left the track; a reset follows.</summary>
    OffTrack,

    /// <summary>The car hit an object or another car; a reset follows.</summary>
    Crashed,

    /// <summary>The car stands still although it was told to drive; a reset follows.</summary>
    Immobilized,

    /// <summary>The car drives the wrong way round; a reset follows.</summary>
    Reversed,

    /// <summary>The car waits out the penalty after a reset.</summary>
    Pause,

    /// <summary>The car is parked between laps.</summary>
    Park,

    /// <summary>The time allowed for the lap is over.</summary>
    TimeUp,

    /// <summary>The lap is done.</summary>
    LapComplete,
}

/// <summary>Reads <see cref="EpisodeStatus"/> from the simulator's words.</summary>
internal static class EpisodeStatusText
{
    private static readonly Dictionary<string, EpisodeStatus> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["prepare"] = EpisodeStatus.Prepare,
        ["in_progress"] = EpisodeStatus.InProgress,
        ["off_track"] = EpisodeStatus.OffTrack,
        ["crashed"] = EpisodeStatus.Crashed,
        ["immobilized"] = EpisodeStatus.Immobilized,
        ["reversed"] = EpisodeStatus.Reversed,
        ["pause"] = EpisodeStatus.Pause,
        ["park"] = EpisodeStatus.Park,
        ["time_up"] = EpisodeStatus.TimeUp,
        ["lap_complete"] = EpisodeStatus.LapComplete,
    };

    /// <summary>The status a word stands for, in either spelling: <c>lap_complete</c> or <c>Lap complete</c>.</summary>
    public static EpisodeStatus Parse(string word) => Words.GetValueOrDefault(word.Trim().Replace(' ', '_'), EpisodeStatus.Unknown);

    /// <summary>True for the four mishaps that put the car back on the track: off-track, crashed, immobilized, reversed.</summary>
    public static bool IsReset(this EpisodeStatus status) =>
        status is EpisodeStatus.OffTrack or EpisodeStatus.Crashed or EpisodeStatus.Immobilized or EpisodeStatus.Reversed;
}
