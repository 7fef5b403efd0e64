using Analyzer.Overlays;
using Analyzer.Playback;
using OpenCvSharp;

namespace Analyzer.Commands;

/// <summary>A run's video frames and the composer that draws on them: what playing and rendering have in common.</summary>
public sealed class Studio : IDisposable
{
    private static readonly Size DefaultBox = new(960, 720);

    /// <summary>Opens the video of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="box">The size that the picture must fit into, or null for 960x720.</param>
    public Studio(OpenedRun run, Size? box)
    {
        Frames = new VideoFrames(run.VideoPath);
        Composer = new FrameComposer(run.Evaluation, Fit(Frames.Size, box ?? DefaultBox));
    }

    /// <summary>The video's frames.</summary>
    public VideoFrames Frames { get; }

    /// <summary>What draws on them.</summary>
    public FrameComposer Composer { get; }

    /// <summary>The largest size of the video's proportions inside a box, both numbers even, as H.264 wants them.</summary>
    public static Size Fit(Size video, Size box)
    {
        var factor = Math.Min((double)box.Width / video.Width, (double)box.Height / video.Height);
        return new Size(Even(video.Width * factor), Even(video.Height * factor));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Composer.Dispose();
        Frames.Dispose();
    }

    private static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
