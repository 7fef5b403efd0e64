using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Sync;
using Analyzer.Video.Sinks;

namespace Analyzer.Sessions.Rendering;

/// <summary>Renders a run to a video file: the pictures that playing shows, without a window.</summary>
internal sealed class VideoRendering(Terminal terminal)
{
    /// <summary>Renders some frames.</summary>
    /// <param name="pipeline">Frames and composer.</param>
    /// <param name="timeline">The run.</param>
    /// <param name="settings">What to draw.</param>
    /// <param name="path">The file; written whole or not at all, over an older one.</param>
    /// <param name="frames">The frames, in their order; one at least.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="RunException">It can't be written.</exception>
    public string Render(
        FramePipeline pipeline, Timeline timeline, OverlaySettings settings, string path, IReadOnlyList<int> frames,
        CancellationToken cancellation)
    {
        if (!VideoSinks.WritesH264) terminal.Remark(VideoSinks.WithoutFfmpeg);
        using var sink = VideoSinks.Open(
            path, pipeline.Composer.Layout.Size(settings), timeline.FramesPerSecond, cancellation: cancellation);
        terminal.WithProgress("Rendering", "frames", progress =>
        {
            settings = settings with { FramesPerSecond = (int)Math.Round(timeline.FramesPerSecond) };
            foreach (var (index, frame) in frames.Index())
            {
                cancellation.ThrowIfCancellationRequested();
                sink.Write(pipeline.Composer.Compose(pipeline.Frames, frame, settings));
                progress.Report(new Progress(index + 1, frames.Count));
            }

            sink.Finish();
            return true;
        });
        return sink.Path;
    }
}
