using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Sync;

namespace Analyzer.Sessions;

/// <summary>A run's log and what comes with it.</summary>
/// <param name="Files">Where they lie.</param>
/// <param name="Trace">The log.</param>
/// <param name="Metrics">The simulator's own lap times; null where there are none.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
internal sealed record OpenedLog(EvaluationFiles Files, SimTrace Trace, EvaluationMetrics? Metrics, ActionSpace ActionSpace)
{
    /// <summary>
    /// The run's number where it was chosen among several, by the user at the terminal or for them; null where their words name it.
    /// </summary>
    public int? ChosenNumber { get; init; }

    /// <summary>The other runs that there are: where the log is not the video's, one of theirs may be.</summary>
    public IReadOnlyList<FoundRun> Others { get; init; } = [];

    /// <summary>A sentence that names the run whose log a video shows, which is not this; empty where it is none of the others.</summary>
    /// <param name="scan">What the HUD of the video says.</param>
    public string OwnerOf(HudScan scan)
    {
        const int MostTried = 20;
        var owner = Others.Take(MostTried).FirstOrDefault(run => run.Trace is { } trace
            && EvaluationLock.Of(trace, metrics: null, scan) is { Mismatch: null, Timeline.Sync: SyncMode.Clock });
        return owner is null ? "" : $" It shows {owner.Name}: --evaluation {owner.Number} --video {Files.VideoPath}.";
    }
}
