using System.Text.Json;
using Analyzer.Commands;
using Analyzer.Commands.Measuring;
using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Commands;

public sealed class BenchmarkTests
{
    [Fact]
    public void Json_is_one_object_with_the_figures_and_nothing_is_written()
    {
        using var run = SampleRun.ReadBeginning();
        File.Delete(HudFile.PathFor(run.Video));
        var before = FolderState.Of(run.Model);

        using var json = JsonDocument.Parse(
            Measure(run, new BenchmarkCounts(Passes: 1, Drawn: 5, Played: 0, Jumps: 5, EarlyJumps: 1, StepsBack: 5, Rendered: 5)));

        Assert.Equal(
            [
                "frames", "decodeFps", "scanRatio", "overlayMsMedian", "overlayMsP95", "playFps", "compareFps", "jumpMsP95",
                "earlyJumpMsP95",
                "stepBackMsP95", "renderRealtime", "encodeMs", "renderLimit", "peakMemoryMB", "firstPictureSeconds", "restartSeconds",
            ],
            json.RootElement.EnumerateObject().Select(figure => figure.Name));
        Assert.Equal(SampleRun.BeginningFrameCount, json.RootElement.GetProperty("frames").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("playFps").ValueKind);
        Assert.All(
            json.RootElement.EnumerateObject().Where(figure => figure.Value.ValueKind == JsonValueKind.Number),
            figure => Assert.True(figure.Value.GetDouble() > 0, figure.Name));
        Assert.Equal(before, FolderState.Of(run.Model));
    }

    [Theory]
    [InlineData(2, 1.5, 4.0, "encode")]
    [InlineData(2, 5, 4.0, "draw")]
    [InlineData(6, 5, 4.0, "decode")]
    [InlineData(1, 2, null, "draw")]
    public void The_dearest_stage_limits_rendering(double decode, double draw, double? encode, string limit) =>
        Assert.Equal(limit, new RenderStages(decode, draw, encode).Limit);

    [Theory]
    [InlineData(6.25, "decode 1.0, draw 1.8, encode 6.2 ms of the processor")]
    [InlineData(null, "decode 1.0, draw 1.8 ms of the processor")]
    public void Stages_are_told_as_far_as_the_system_tells_them(double? encode, string told) => Assert.Equal(told, BenchmarkCommand.Stages(
        new BenchmarkFigures(100, 1000, 0.7, 1.8, 2, null, null, 17, 120, 8, 9.5, encode, "encode", 340, null, null)));

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.95, 5)]
    [InlineData(0.2, 1)]
    [InlineData(0.21, 2)]
    public void A_quantile_is_the_value_that_a_share_does_not_exceed(double share, double value) =>
        Assert.Equal(value, Benchmark.Quantile([5, 1, 4, 2, 3], share));

    private static string Measure(SampleRun run, BenchmarkCounts counts)
    {
        using var output = new TestConsole();
        using var errors = new TestConsole();
        var terminal = new Terminal(output, errors, TimeProvider.System);
        var command = new BenchmarkCommand(terminal, TimeProvider.System, counts).Build();
        Assert.Equal(ExitCodes.Done, command.Parse(["--model", run.Model, "--json"]).Invoke());
        return output.Output;
    }
}
