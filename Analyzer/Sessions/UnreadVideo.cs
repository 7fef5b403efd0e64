using Analyzer.Hud;
using Analyzer.Platform;

namespace Analyzer.Sessions;

/// <summary>A run's video whose HUD is yet to be read, or whose readings are yet to be locked to the log.</summary>
/// <param name="opener">What locks the log to it.</param>
/// <param name="log">The log.</param>
/// <param name="cache">Where the readings will be kept.</param>
/// <param name="keepLog">Leave the log's file as it is.</param>
/// <param name="frameCount">Frames of the video, as it says.</param>
internal sealed class UnreadVideo(RunOpener opener, OpenedLog log, ScanCache cache, bool keepLog, int frameCount)
{
    /// <summary>Takes what was kept of it, else reads it, keeps what was read and puts it into the log.</summary>
    /// <param name="grown">Told what is known of the run from time to time, while the pass waits.</param>
    /// <param name="progress">Told how far the pass is.</param>
    /// <param name="cancellation">Ends the pass; nothing is kept then.</param>
    /// <param name="way">What the pass gives way to.</param>
    /// <returns>The run, read and locked.</returns>
    /// <exception cref="RunException">The video can't be read, or is another run's.</exception>
    /// <exception cref="OperationCanceledException">The pass was ended.</exception>
    public OpenedRun Read(
        Action<OpenedRun> grown, IProgress<Progress> progress, CancellationToken cancellation, RightOfWay? way = null)
    {
        if (opener.TryLockKept(log, cache, keepLog) is { } kept) return kept;
        var scan = HudScanner.Scan(log.Files.VideoPath!, progress, cancellation, Grow, way);
        cancellation.ThrowIfCancellationRequested();
        return opener.Keep(opener.Lock(log, scan) with { ReadNow = scan }, log, cache, keepLog, rescan: false);

        void Grow(HudScan soFar)
        {
            if (RunOpener.BeginningOf(log, soFar, frameCount) is { } run) grown(run);
        }
    }
}
