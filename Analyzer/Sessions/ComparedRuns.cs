using Analyzer.Hud.Layout;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Platform;
using Analyzer.Video;

namespace Analyzer.Sessions;

/// <summary>Opens the runs that compared laps are from: this run once more, or another one, its video read by its own pass.</summary>
/// <param name="evaluation">The run shown.</param>
/// <param name="video">Its video.</param>
/// <param name="proxy">What makes seeking in it quick; null where nobody seeks.</param>
/// <param name="opener">Opens another run; null where there is none.</param>
internal sealed class ComparedRuns(Evaluation evaluation, string video, ProxyVideo? proxy, RunOpener? opener) : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private ProxyVideo? otherProxy;

    /// <summary>Opens the run of a lap; another one's on another thread, where there is a user who need not wait for it.</summary>
    public Task<ComparedRun> Open(ReferenceLap lap)
    {
        if (lap.Files is null || opener is null)
            return Task.FromResult(new ComparedRun(evaluation, new VideoFrames(video, proxy), null));
        if (proxy is not null) return Task.Run(() => OpenOther(lap, opener));
        return Task.FromResult(OpenOther(lap, opener));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closing.Cancel();
        otherProxy?.Dispose();
    }

    private ComparedRun OpenOther(ReferenceLap lap, RunOpener open)
    {
        var log = open.OpenLog(lap.Files!, lap.Run.Trace);
        if (log.Files.VideoPath is not { } path)
            return ComparedRun.OfLog(lap.Run, log.ActionSpace, "There is no video of this run");
        try
        {
            var run = open.Lock(log, keepLog: true, rescan: false, closing.Token);
            if (proxy is not null) otherProxy = new ProxyVideo(path, videos: 2);
            var frames = new VideoFrames(path, otherProxy);
            _ = frames.PrepareSeeking();
            return new ComparedRun(run.Evaluation with { SmallMap = SmallMapFinder.Find(path, closing.Token) }, frames, null);
        }
        catch (RunException error)
        {
            return ComparedRun.OfLog(lap.Run, log.ActionSpace, error.Message);
        }
    }
}
