using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Overlays;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;
using Analyzer.Video;

namespace Analyzer.Sessions;

/// <summary>A run, read and locked.</summary>
/// <param name="Files">Where it lies.</param>
/// <param name="Evaluation">What the player shows.</param>
/// <param name="Lock">How well the frames fit the log.</param>
/// <param name="ReadNow">The pass over the video; null where the readings were kept from an earlier run.</param>
/// <param name="SpeedColumn">What became of the log's speed column; null where it was not to be written, or could not be.</param>
internal sealed record OpenedRun(
    EvaluationFiles Files, Evaluation Evaluation, LockResult Lock, HudScan? ReadNow, SpeedColumnOutcome? SpeedColumn)
{
    /// <summary>The video, which an opened run always has.</summary>
    public string VideoPath => Files.VideoPath!;

    /// <summary>A proxy video for seeking; it shares the room on the disk with that of the run that laps are compared with.</summary>
    public ProxyVideo NewProxy() => new(VideoPath, videos: Evaluation.Laps.Against?.Files?.VideoPath is null ? 1 : 2);

    /// <summary>The same run with its laps compared and cut into sections, and on its track.</summary>
    public OpenedRun With(LapComparisons laps, LapSections sections, DrivenTrack track) =>
        this with { Evaluation = Evaluation with { Laps = laps, Sections = sections, Track = track } };
}
