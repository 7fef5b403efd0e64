using System.Diagnostics;
using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Playback.Window;
using Analyzer.Sessions;
using Analyzer.Sessions.Rendering;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Commands.Measuring;

/// <summary>Measures what playing, jumping and rendering take, by doing them: with the same frames, composer, player and window.</summary>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="time">The clock.</param>
/// <param name="counts">How often each is done.</param>
/// <param name="cancellation">Ctrl-C.</param>
internal sealed class Benchmark(Terminal terminal, TimeProvider time, BenchmarkCounts counts, CancellationToken cancellation)
{
    private const double Megabyte = 1 << 20;

    private readonly JumpTimes jumping = new(time, cancellation);

    /// <summary>Measures a run. Nothing is written into its folder.</summary>
    /// <exception cref="RunException">The run can't be analysed.</exception>
    public BenchmarkFigures Run(RunSelection selection)
    {
        var session = Session.Open(new SessionRequest(selection) { KeepsReadings = false }, terminal, cancellation);
        var run = session.Run;
        if (run.Evaluation.Timeline.FrameCount < 2)
            throw new RunException($"{run.VideoPath}: one frame is too little to measure with; choose another with --video FILE.");
        var passes = Enumerable.Range(0, counts.Passes)
            .Select(pass => (Decoding: Decode(run.VideoPath), Scan: pass == 0 ? run.ReadNow! : Scan(run.VideoPath)))
            .ToList();
        var timeline = run.Evaluation.Timeline;
        var (drawing, shown, compared, jumps, stepsBack) = Show(session);
        var earlyJumps = Doing("Jumping while the HUD is read", progress => jumping.WhileReading(session, counts.EarlyJumps, progress));
        using var process = Process.GetCurrentProcess();
        var memoryMB = process.PeakWorkingSet64 / Megabyte;
        var (realtime, encoding) = Render(session);
        var decodeFps = timeline.FrameCount / Quantile([.. passes.Select(pass => pass.Decoding.TotalSeconds)], 0.5);
        var stages = new RenderStages(1000 / decodeFps, Quantile(drawing, 0.5), encoding);
        var starts = new StartTimes(selection, run, terminal);
        return new BenchmarkFigures(
            timeline.FrameCount,
            Rounded(decodeFps),
            Rounded(Quantile([.. passes.Select(pass => pass.Scan.ScanTime / pass.Decoding)], 0.5)),
            Rounded(stages.Draw),
            Rounded(Quantile(drawing, 0.95)),
            shown,
            compared,
            Rounded(Quantile(jumps, 0.95)),
            Rounded(Quantile(earlyJumps, 0.95)),
            Rounded(Quantile(stepsBack, 0.95)),
            Rounded(realtime),
            stages.Encode is { } encode ? Rounded(encode) : null,
            stages.Limit,
            Rounded(memoryMB),
            Starting(() => starts.Measure(readings: null)),
            Starting(() => starts.Measure(timeline)));
    }

    /// <summary>The value that a share of all values does not exceed (nearest rank).</summary>
    /// <param name="values">Any order; at least one.</param>
    /// <param name="share">Above 0, up to 1.</param>
    internal static double Quantile(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);

    private static double Rounded(double figure) => Math.Round(figure, 3);

    private double? Starting(Func<double> seconds) => counts.Played > 0 && Display.IsThere()
        ? Rounded(Quantile([.. Enumerable.Range(0, counts.Passes).Select(_ => seconds())], 0.5))
        : null;

    private T Doing<T>(string what, Func<IProgress<Progress>, T> work) => terminal.WithProgress(what, "frames", work);

    private HudScan Scan(string path) =>
        Doing("Reading the HUD", progress => HudScanner.Scan(path, progress, cancellation));

    private TimeSpan Decode(string path) => Doing("Decoding", progress =>
    {
        using var video = VideoFile.Open(path);
        using var frame = new Mat();
        var (start, frames) = (time.GetTimestamp(), 0);
        while (video.Read(frame))
        {
            cancellation.ThrowIfCancellationRequested();
            if (++frames % 30 == 0) progress.Report(new Progress(frames, video.FrameCount));
        }

        return time.GetElapsedTime(start);
    });

    private (List<double> Drawing, double? Shown, double? Compared, List<double> Jumps, List<double> StepsBack) Show(Session session)
    {
        var (run, settings) = (session.Run, session.Settings);
        var frames = run.Evaluation.Timeline.FrameCount;
        using var pipeline = session.OpenFrames(box: null, forSeeking: true);
        var drawing = Doing("Drawing", progress => Draw(pipeline, settings, frames, progress));
        using var window = counts.Played > 0 && Display.IsThere() ? new HighGuiWindow("DeepRacer analyzer - benchmark") : null;
        var shown = Playing("Playing", window, pipeline, run, settings);
        pipeline.Frames.PrepareSeeking().Wait(cancellation);
        var compared = Playing("Comparing", window, pipeline, run, settings with { Compare = true });
        var jumps = Doing("Jumping", progress => jumping.To(JumpTimes.Anywhere(frames, counts.Jumps), pipeline, settings, progress));
        pipeline.Frames.GetFrame(frames - 1);
        int[] back = [.. Enumerable.Range(1, Math.Min(counts.StepsBack, frames - 1)).Select(step => frames - 1 - step)];
        return (drawing, shown, compared, jumps, Doing("Stepping back", progress => jumping.To(back, pipeline, settings, progress)));
    }

    private List<double> Draw(FramePipeline pipeline, OverlaySettings settings, int frameCount, IProgress<Progress> progress)
    {
        const int warmUp = 50;
        var spent = new List<double>(counts.Drawn);

        // The same pixels under all overlays: nothing is decoded beside what is measured.
        using var frame = pipeline.Frames.GetFrame(frameCount / 2).Clone();
        for (var i = -warmUp; i < counts.Drawn; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = time.GetTimestamp();
            pipeline.Composer.Compose(frame, Math.Abs(i) % frameCount, settings);
            if (i >= 0) spent.Add(time.GetElapsedTime(start).TotalMilliseconds);
            progress.Report(new Progress(Math.Max(0, i + 1), counts.Drawn));
        }

        return spent;
    }

    private double? Playing(string what, HighGuiWindow? window, FramePipeline pipeline, OpenedRun run, OverlaySettings settings) =>
        window is null ? null : Rounded(Doing(what, progress => Play(window, pipeline, run, settings, progress)));

    private double Play(
        HighGuiWindow highGui, FramePipeline pipeline, OpenedRun run, OverlaySettings settings, IProgress<Progress> progress)
    {
        var timeline = run.Evaluation.Timeline;
        var window = new CountingWindow(highGui, Math.Min(counts.Played, timeline.FrameCount - 1), time, progress);
        var screen = new ScreenComposer(run.Evaluation, pipeline.Composer);
        var files = new OutputFiles(Path.GetTempPath(), timeline.FramesPerSecond, time);
        var player = new Player(
            window, pipeline.Frames, new WholeRun(new RunView(pipeline.Composer, screen, new Landmarks(timeline))), files, time);
        player.Run(
            new PlayerState { Overlays = settings with { FramesPerSecond = PlayerState.MaxFramesPerSecond } },
            quitAtEnd: true,
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        return window.ShownPerSecond;
    }

    /// <summary>Renders the run into a folder that is removed.</summary>
    /// <returns>Times real time, and the processor time of encoding a frame in milliseconds.</returns>
    private (double Realtime, double? Encoding) Render(Session session)
    {
        var folder = Directory.CreateTempSubdirectory("analyzer-benchmark-");
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        try
        {
            var timeline = session.Run.Evaluation.Timeline;
            var frames = Math.Min(counts.Rendered, timeline.FrameCount);
            var (start, before) = (time.GetTimestamp(), RenderStages.TimeOfEndedPrograms());
            new VideoRendering(terminal).Render(
                pipeline,
                timeline,
                session.Settings,
                Path.Combine(folder.FullName, "out.mp4"),
                [.. Enumerable.Range(0, frames)],
                cancellation);
            var realtime = frames / timeline.FramesPerSecond / time.GetElapsedTime(start).TotalSeconds;
            return (realtime, (RenderStages.TimeOfEndedPrograms() - before)?.TotalMilliseconds / frames);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
