using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

public sealed class ResetCostTests
{
    [Fact]
    public void A_reset_before_the_car_is_fast_again_is_not_counted_twice()
    {
        // Two seconds each for leaving the track at 30 and at 32 %, and two for creeping from 30 to 34 %.
        var report = Report([(1, 30), (1, 32)], (lap, progress) => lap == 0 || progress <= 30
            ? 0
            : 2000 + (500 * (Math.Min(progress, 34) - 30)) + (progress > 32 ? 2000 : 0));

        Assert.Equal(6, report.Laps[1].Seconds - report.Laps[0].Seconds, 1e-9);
        Assert.Equal(6, report.Resets.Sum(reset => reset.Lost!.Value), 0.4);
    }

    [Fact]
    public void The_best_laps_own_resets_are_not_said_to_cost_time_against_it()
    {
        var report = Report([(0, 70), (1, 30)], (lap, progress) => lap == 1 && progress > 30 ? 2000 : 0);

        Assert.Null(report.Resets[0].Lost);
        Assert.StartsWith("2 resets; 1 of them, outside the best lap, cost ", report.Verdict[0].Text, StringComparison.Ordinal);
    }

    // Two laps whose car leaves the track in the last row up to some progresses.
    private static Report Report((int Lap, double Progress)[] resets, Func<int, double, double> delayMs)
    {
        var trace = MadeUpLaps.Of(2, delayMs);
        var rows = resets.Select(reset => trace.Rows.Last(row => row.Episode == reset.Lap && row.ProgressPercent <= reset.Progress).Index);
        return Analysis.Run(Reported.Of(Some.Trace(trace.Rows.Select(
            row => rows.Contains(row.Index) ? row with { Status = EpisodeStatus.OffTrack, StatusText = "off_track" } : row))));
    }
}
