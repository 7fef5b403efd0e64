using Analyzer.Sessions;
using Analyzer.Sync;

namespace Analyzer.Commands;

/// <summary>What <c>scan --json</c> prints.</summary>
/// <param name="Frames">Frames of the video.</param>
/// <param name="Rows">Rows of the log.</param>
/// <param name="SpeedRead">Frames whose speed could be read.</param>
/// <param name="ClockRead">Frames whose clock could be read.</param>
/// <param name="FramesLocked">Frames whose row is known from the clock.</param>
/// <param name="SpeedConfirmed">Frames whose HUD speed equals the row's displacement speed at two decimals.</param>
/// <param name="ScanSeconds">The pass over the video; 0 where the readings were kept from an earlier run.</param>
/// <param name="DecodeSeconds">The part of it that decoding took; likewise.</param>
/// <param name="Sync">What frames were locked by: clock, speed or time.</param>
internal sealed record ScanSummary(
    int Frames, int Rows, int SpeedRead, int ClockRead, int FramesLocked, int SpeedConfirmed,
    double ScanSeconds, double DecodeSeconds, string Sync)
{
    /// <summary>Counts an opened run.</summary>
    public static ScanSummary Of(OpenedRun run)
    {
        var timeline = run.Evaluation.Timeline;
        return new ScanSummary(
            timeline.FrameCount,
            timeline.Trace.Rows.Length,
            timeline.Readings.Count(reading => reading.SpeedCentimetresPerSecond is not null),
            timeline.Readings.Count(reading => reading.ClockMilliseconds is not null),
            run.Lock.FramesLocked,
            run.Lock.SpeedConfirmed,
            run.ReadNow?.ScanTime.TotalSeconds ?? 0,
            run.ReadNow?.DecodeTime.TotalSeconds ?? 0,
            Word(timeline.Sync));
    }

    private static string Word(SyncMode sync) => sync switch
    {
        SyncMode.Clock => "clock",
        SyncMode.Speed => "speed",
        _ => "time",
    };
}
