using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Sessions;
using BenchmarkDotNet.Attributes;
using OpenCvSharp;

namespace Analyzer.Benchmarks;

/// <summary>The hot parts of showing a frame, on a model folder whose HUD has been read (ANALYZER_MODEL).</summary>
[MemoryDiagnoser]
public class DrawingBenchmarks
{
    /// <summary>The variable that names the model folder.</summary>
    public const string Model = "ANALYZER_MODEL";

    private FramePipeline pipeline = null!;
    private OverlaySettings all = new();
    private Mat frame = null!;
    private int number;

    [GlobalSetup]
    public void Open()
    {
        var model = Environment.GetEnvironmentVariable(Model)
            ?? throw new InvalidOperationException($"Set {Model} to a model folder.");
        var selection = new RunSelection(Path.GetFullPath(model), null, null, null, KeepLog: true);
        var session = Session.Open(new SessionRequest(selection), Terminal.OfThisProcess(), CancellationToken.None);
        all = session.Settings;
        pipeline = session.OpenFrames(box: null, forSeeking: false);
        number = session.Run.Evaluation.Timeline.FrameCount / 2;
        frame = pipeline.Frames.GetFrame(number);
    }

    [GlobalCleanup]
    public void Close() => pipeline.Dispose();

    [Benchmark(Baseline = true)]
    public Mat WholePicture() => pipeline.Composer.Compose(frame, number, all);

    [Benchmark]
    public Mat WithoutPanel() => pipeline.Composer.Compose(frame, number, all with { ShowPanel = false });

    [Benchmark]
    public Mat ScalingAndFootLineAlone() => pipeline.Composer.Compose(
        frame, number, all with { ShowPanel = false, ShowActionSpace = false, ShowHeatmap = false, ShowNotes = false });

    [Benchmark]
    public Mat FrameKept() => pipeline.Frames.GetFrame(number);
}
