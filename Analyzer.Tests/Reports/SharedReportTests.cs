using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

/// <summary>The reports of real runs, as that of the sample.</summary>
public sealed class SharedReportTests
{
    [SharedTheory]
    [InlineData("runs/july_pro")]
    [InlineData("runs/reinvent")]
    [InlineData("cases/evaluations/e1")]
    [InlineData("cases/evaluations/e2")]
    [InlineData("cases/evaluations/e3")]
    [InlineData("cases/evaluations/e4")]
    [InlineData("cases/evaluations/e5")]
    [InlineData("cases/evaluations/e6")]
    [InlineData("cases/evaluations/e7")]
    [InlineData("cases/evaluations/e8")]
    public void No_border_of_a_real_run_moves_by_more_than_a_percent_when_a_lap_is_left_out(string folder)
    {
        var run = Reported.Of(SharedFiles.Path(folder));

        Assert.All(run.CompletedLaps, lap => ReportChecks.AssertStable(run, lap.Number));
    }

    [SharedFact]
    public void A_real_runs_official_times_and_off_tracks()
    {
        var report = Analysis.Run(Reported.Of(SharedFiles.Path("runs/july_pro")));

        Assert.Equal([47.137, 44.123, 45.792], report.Laps.Select(lap => lap.Seconds));
        Assert.Equal([6, 5, 6], report.Laps.Select(lap => lap.OffTrack));
        Assert.Equal(2, report.BestLap);
    }
}
