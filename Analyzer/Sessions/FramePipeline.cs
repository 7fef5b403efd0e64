using Analyzer.Hud.Layout;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Sessions;

/// <summary>A run's video frames and the composer that draws on them: what playing and rendering have in common.</summary>
internal sealed class FramePipeline : IDisposable
{
    private readonly ProxyVideo? proxy;
    private readonly ComparedRuns compared;

    /// <summary>Opens the video of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="box">The size that the picture must fit into, or null for 1280x720.</param>
    /// <param name="opener">Opens the other run that laps are compared with; null where there is none.</param>
    /// <param name="forSeeking">Whether frames will be asked for in any order, not only one after the other.</param>
    public FramePipeline(OpenedRun run, Size? box, bool forSeeking, RunOpener? opener = null)
    {
        var smallMap = Task.Run(() => SmallMapFinder.Find(run.VideoPath, CancellationToken.None));
        proxy = forSeeking ? run.NewProxy() : null;
        Frames = new VideoFrames(run.VideoPath, proxy);
        var evaluation = run.Evaluation with { SmallMap = smallMap.GetAwaiter().GetResult() };
        compared = new ComparedRuns(evaluation, run.VideoPath, proxy, opener);
        Composer = new FrameComposer(evaluation, PictureLayout.Inside(Frames.Size, box ?? PictureLayout.DefaultBox))
        {
            Open = compared.Open,
        };
    }

    /// <summary>The video's frames.</summary>
    public VideoFrames Frames { get; }

    /// <summary>What draws on them.</summary>
    public FrameComposer Composer { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Composer.Dispose();
        Frames.Dispose();
        compared.Dispose();
        proxy?.Dispose();
    }
}
