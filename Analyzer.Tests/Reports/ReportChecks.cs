using Analyzer.Laps;
using Analyzer.Reports.Analyses;

namespace Analyzer.Tests.Reports;

/// <summary>What holds for the report of every run.</summary>
internal static class ReportChecks
{
    /// <summary>The sections have the same kinds, and borders within a percent, when a lap is left out.</summary>
    public static void AssertStable(ReportInput run, int lap)
    {
        var all = SectionAnalysis.Borders(run);
        var fewer = SectionAnalysis.Borders(run with { Times = new LapTimes(Reported.Without(run.Trace, lap)) });
        Assert.Equal(all.Select(section => section.Kind), fewer.Select(section => section.Kind));
        Assert.All(all.Zip(fewer), pair => Assert.Equal(pair.First.FromPercent, pair.Second.FromPercent, 1.0));
    }
}
