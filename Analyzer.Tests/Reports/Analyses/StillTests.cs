using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Page;
using Analyzer.Reports.Tables;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports.Analyses;

/// <summary>Of a log in which the car never drove there is a sentence, in place of tables full of zeros.</summary>
public sealed class StillTests
{
    [Theory]
    [InlineData("a single row", 1, 0, 0, "Nothing was driven in the log's 1 row (1 prepare): there is nothing to measure.")]
    [InlineData("preparation alone", 3, 0, 0, "Nothing was driven in the log's 3 rows (3 prepare): there is nothing to measure.")]
    [InlineData(
        "a car that trembles in its place", 2, 3, 0.0003,
        "Nothing was driven in the log's 5 rows (2 prepare and 3 in progress, in which the car stands): there is nothing to measure.")]
    [InlineData("a car that starts", 2, 3, 0.1, null)]
    public void A_log_without_driving_has_one_sentence_and_no_tables(
        string log, int preparing, int driving, double metres, string? sentence)
    {
        var input = Reported.Of(Some.Trace(Enumerable.Range(0, preparing + driving).Select(row => Some.Row(
            timestampMilliseconds: row * 67, x: row * metres, progressPercent: row < preparing ? 0.2 : 0.2 + metres,
            status: row < preparing ? EpisodeStatus.Prepare : EpisodeStatus.InProgress))));

        var report = Analysis.Run(input);

        var said = report.Verdict.Select(it => it.Text).FirstOrDefault(text => text.StartsWith("Nothing", StringComparison.Ordinal));
        Assert.Equal((log, sentence), (log, said));
        Assert.Equal(sentence is not null, report.Verdict.Length == 1 && !ReportTables.Of(report).Any());
        var page = new ReportPage(input, report, "run", ["run"], []).Write();
        Assert.Equal(sentence is not null, !page.Contains("<h2>", StringComparison.Ordinal));
    }
}
