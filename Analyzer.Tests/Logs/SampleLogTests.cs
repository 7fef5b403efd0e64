using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Tests.Logs.Discovery;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

/// <summary>The bundled sample's log and what lies beside it.</summary>
public sealed class SampleLogTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Rows_laps_and_actions_are_all_there()
    {
        var trace = SampleRun.Trace;

        Assert.Equal((SampleRun.RowCount, 3), (trace.Rows.Length, trace.Laps.Length));
        Assert.Equal([0, 1, 3, 4, 6, 7, 8, 9, 10, 12, 13], trace.Rows.Select(row => row.Action!.Value).Distinct().Order());
        Assert.DoesNotContain(trace.Rows, row => row.Status == EpisodeStatus.Unknown);
        Assert.Empty(trace.Remarks);
    }

    [Fact]
    public void Every_action_is_the_one_that_its_metadata_names()
    {
        var space = ActionSpace.FromMetadata(Path.Combine(SampleRun.Bundled, "model", "model_metadata.json"));

        var choices = space.Choices;
        Assert.Equal(15, choices.Length);
        Assert.Null(ActionSpaceFit.DifferenceOf(space, SampleRun.Trace));
        Assert.All(SampleRun.Trace.Rows, row => Assert.Equal(
            (choices[row.Action!.Value].SteeringDegrees, choices[row.Action.Value].SpeedMetresPerSecond),
            (row.SteeringDegrees, row.ThrottleMetresPerSecond)));
    }

    [Fact]
    public void What_belongs_together_is_found()
    {
        var files = new RunChooser(new RunLibrary([SampleRun.Bundled]), new NoProbe(), ask: null)
            .Choose(new RunRequest([SampleRun.Bundled], null, null, 1, IsVideoNeeded: false)).Files;

        Assert.Equal(
            [SampleRun.LogIn(SampleRun.Bundled), SampleRun.BundledVideo, SampleRun.MetricsIn(SampleRun.Bundled)],
            [files.LogPath, files.VideoPath, files.MetricsPath]);
    }

    [Fact]
    public void The_metrics_elapsed_times_are_found_for_every_lap()
    {
        var metrics = EvaluationMetrics.Read(SampleRun.MetricsIn(SampleRun.Bundled));

        Assert.Equal([17_316, 15_360, 19_176], SampleRun.Trace.Laps.Select(lap => metrics.Of(SampleRun.Trace, lap)!.ElapsedMilliseconds));
    }

    [Fact]
    public void The_speed_column_changes_no_other_byte() =>
        SpeedColumnChecks.AssertNoOtherByteChanges(folder.Write("log.csv", File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled))));

    [Fact]
    public void Two_thousand_rows_are_read_in_a_blink()
    {
        var path = folder.Write("log.csv", Some.Log(Enumerable.Range(0, 2_000).Select(row => Some.LineWith("tstamp", $"{row}.199"))));

        var best = Enumerable.Range(0, 10).Min(_ => ProcessorTime.Of(() => SimTraceReader.Read(path)));

        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    public void Dispose() => folder.Dispose();
}
