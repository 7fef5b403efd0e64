using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Video;

namespace Analyzer.Overlays.Composition;

/// <summary>The run that a compared lap is from, ready to be shown.</summary>
/// <param name="Evaluation">The run.</param>
/// <param name="Frames">Its video's frames, which are its own to dispose of; null without a video.</param>
/// <param name="WhyNoVideo">Why there are no frames to show; null where there are.</param>
internal sealed record ComparedRun(Evaluation Evaluation, VideoFrames? Frames, string? WhyNoVideo) : IDisposable
{
    /// <summary>A run of which only the log can be shown, as if each of its rows had been filmed once.</summary>
    /// <param name="times">The log.</param>
    /// <param name="space">What its car could choose from.</param>
    /// <param name="why">Why there is no video.</param>
    public static ComparedRun OfLog(LapTimes times, ActionSpace space, string why)
    {
        var trace = times.Trace;
        var readings = trace.Rows.Select(row => new HudReading((int)Math.Round(row.DisplacementSpeedMetresPerSecond * 100), null));
        var timeline = new Timeline(trace, [.. readings], [.. trace.Rows.Select(row => (int?)row.Index)], 15, SyncMode.Clock);
        return new ComparedRun(new Evaluation(timeline, space) { Laps = new LapComparisons(times) }, null, why);
    }

    /// <inheritdoc/>
    public void Dispose() => Frames?.Dispose();
}
