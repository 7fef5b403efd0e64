using Analyzer.Hud;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Sessions;

namespace Analyzer.Commands.Measuring;

/// <summary>Measures how long it takes from asking for a frame until it is drawn.</summary>
/// <param name="time">The clock.</param>
/// <param name="cancellation">Ctrl-C.</param>
internal sealed class JumpTimes(TimeProvider time, CancellationToken cancellation)
{
    private static readonly TimeSpan AtLeisure = TimeSpan.FromSeconds(0.4);

    /// <summary>Frames anywhere in a video, the same ones each time.</summary>
    /// <param name="frameCount">The video's frames.</param>
    /// <param name="jumps">How many.</param>
    public static int[] Anywhere(int frameCount, int jumps)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, jumps).Select(_ => random.Next(frameCount))];
    }

    /// <summary>Goes to frames, one after the other.</summary>
    /// <param name="frames">Their numbers.</param>
    /// <param name="pipeline">What they are decoded and drawn by.</param>
    /// <param name="settings">What is drawn.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="rest">The time between two.</param>
    /// <returns>Milliseconds for each.</returns>
    public List<double> To(
        int[] frames, FramePipeline pipeline, OverlaySettings settings, IProgress<Progress> progress, TimeSpan rest = default)
    {
        var spent = new List<double>(frames.Length);
        foreach (var frame in frames)
        {
            cancellation.WaitHandle.WaitOne(rest);
            cancellation.ThrowIfCancellationRequested();
            var start = time.GetTimestamp();
            pipeline.Composer.Compose(pipeline.Frames, frame, settings);
            spent.Add(time.GetElapsedTime(start).TotalMilliseconds);
            progress.Report(new Progress(spent.Count, frames.Length));
        }

        return spent;
    }

    /// <summary>Goes to frames anywhere, a few a second, while the HUD is being read and there is no proxy video yet.</summary>
    /// <param name="session">The run.</param>
    /// <param name="jumps">How many.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <returns>Milliseconds for each.</returns>
    /// <exception cref="RunException">The HUD can't be read to the end, so that nothing was measured.</exception>
    public List<double> WhileReading(Session session, int jumps, IProgress<Progress> progress)
    {
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        pipeline.Frames.GetFrame(1);
        _ = pipeline.Frames.PrepareSeeking();
        var reading = BackgroundWork.Run("reading", () => ReadOnAndOn(session.Run.VideoPath, pipeline.Frames.Jumping, closing.Token));
        try
        {
            var frames = Anywhere(session.Run.Evaluation.Timeline.FrameCount, jumps);
            var spent = To(frames, pipeline, session.Settings, progress, AtLeisure);
            if (reading.IsFaulted) reading.GetAwaiter().GetResult();
            return spent;
        }
        finally
        {
            closing.Cancel();
            Task.WaitAny(reading);
        }
    }

    private static HudScan ReadOnAndOn(string path, RightOfWay way, CancellationToken closing)
    {
        while (true) _ = HudScanner.Scan(path, progress: null, closing, way: way);
    }
}
