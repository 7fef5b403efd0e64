using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Rewards;
using OpenCvSharp;

namespace Analyzer.Commands;

/// <summary>A run's video frames and the composer that draws on them: what playing and rendering have in common.</summary>
public sealed class Studio : IDisposable
{
    /// <summary>Opens the video of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="laps">Its laps, and what they are compared with.</param>
    /// <param name="rewards">Its reward components.</param>
    /// <param name="box">The size that the picture must fit into, or null for 1280x720.</param>
    public Studio(OpenedRun run, LapComparisons laps, RewardBench rewards, Size? box)
    {
        Evaluation = run.Evaluation with { Laps = laps, Track = rewards.Track };
        Settings = new OverlaySettings { Rewards = new RewardState(rewards.Table, Message: null, Version: 0), Comparison = laps.First };
        Frames = new VideoFrames(run.VideoPath);
        Composer = new FrameComposer(Evaluation, PictureLayout.Inside(Frames.Size, box ?? PictureLayout.DefaultBox));
    }

    /// <summary>The run, ready to be shown.</summary>
    public Evaluation Evaluation { get; }

    /// <summary>What is drawn to begin with.</summary>
    public OverlaySettings Settings { get; }

    /// <summary>The video's frames.</summary>
    public VideoFrames Frames { get; }

    /// <summary>What draws on them.</summary>
    public FrameComposer Composer { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Composer.Dispose();
        Frames.Dispose();
    }
}
