using Analyzer.Commands;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Rewards;
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

    private FramePipeline studio = null!;
    private OverlaySettings all = new();
    private Mat frame = null!;
    private int number;

    [GlobalSetup]
    public void Open()
    {
        var model = Environment.GetEnvironmentVariable(Model)
            ?? throw new InvalidOperationException($"Set {Model} to a model folder.");
        var selection = new RunSelection(Path.GetFullPath(model), null, null, null, KeepLog: true);
        var run = new RunOpener(Terminal.OfThisProcess()).Open(selection, rescan: false, CancellationToken.None);
        var trace = run.Evaluation.Timeline.Trace;
        all = all with { Rewards = new RewardState(RewardTable.Evaluate(RewardSet.Default, new RewardRows(trace)), null, 0) };
        studio = new FramePipeline(run, box: null, forJumps: false);
        number = run.Evaluation.Timeline.FrameCount / 2;
        frame = studio.Frames.GetFrame(number);
    }

    [GlobalCleanup]
    public void Close() => studio.Dispose();

    [Benchmark(Baseline = true)]
    public Mat WholePicture() => studio.Composer.Compose(frame, number, all);

    [Benchmark]
    public Mat WithoutPanel() => studio.Composer.Compose(frame, number, all with { ShowPanel = false });

    [Benchmark]
    public Mat ScalingAndFootLineAlone() => studio.Composer.Compose(
        frame, number, all with { ShowPanel = false, ShowActionSpace = false, ShowHeatmap = false, ShowNotes = false });

    [Benchmark]
    public Mat FrameKept() => studio.Frames.GetFrame(number);
}
