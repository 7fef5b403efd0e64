using System.Text.Json;
using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public sealed class BenchmarkTests
{
    [Fact]
    public async Task Json_is_one_object_with_the_figures_and_nothing_is_written()
    {
        using var run = SampleRun.Unread();
        var before = FolderState.Of(run.Model);

        var result = await AnalyzerProcess.Run([("DISPLAY", null), ("WAYLAND_DISPLAY", null)], "benchmark",
        "--model", run.Model, "--json");

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(
            [
                "frames", "decodeFps", "scanRatio", "overlayMsMedian", "overlayMsP95", "playFps", "jumpMsP95", "stepBackMsP95",
                "renderRealtime",
                "peakMemoryMB",
            ],
            json.RootElement.EnumerateObject().Select(figure => figure.Name));
        Assert.Equal(SampleRun.FrameCount, json.RootElement.GetProperty("frames").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("playFps").ValueKind);
        Assert.All(
            json.RootElement.EnumerateObject().Where(figure => figure.Value.ValueKind == JsonValueKind.Number),
            figure => Assert.True(figure.Value.GetDouble() > 0, figure.Name));
        Assert.Equal(before, FolderState.Of(run.Model));
    }

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.95, 5)]
    [InlineData(0.2, 1)]
    [InlineData(0.21, 2)]
    public void A_quantile_is_the_value_that_a_share_does_not_exceed(double share, double value) =>
        Assert.Equal(value, Benchmark.Quantile([5, 1, 4, 2, 3], share));
}
