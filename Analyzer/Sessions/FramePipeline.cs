using Analyzer.Hud.Layout;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Sessions;

/// <summary>A run's video frames and the composer that draws on them: what playing and rendering have in common.</summary>
internal sealed class FramePipeline : IDisposable
{
    private readonly ProxyVideo? copy;

    /// <summary>Opens the video of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="box">The size that the picture must fit into, or null for 1280x720.</param>
    /// <param name="forJumps">Whether frames will be asked for in any order, not only one after the other.</param>
    public FramePipeline(OpenedRun run, Size? box, bool forJumps)
    {
        var smallMap = Task.Run(() => SmallMapFinder.Find(run.VideoPath));
        copy = forJumps ? new ProxyVideo(run.VideoPath) : null;
        Frames = new VideoFrames(run.VideoPath, copy);
        Composer = new FrameComposer(
            run.Evaluation with { SmallMap = smallMap.GetAwaiter().GetResult() },
            PictureLayout.Inside(Frames.Size, box ?? PictureLayout.DefaultBox));
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
        copy?.Dispose();
    }
}
