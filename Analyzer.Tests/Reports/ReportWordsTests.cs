using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Tables;
using Analyzer.Tests.Laps;

namespace Analyzer.Tests.Reports;

/// <summary>What the report says of runs of one, of none, and of what nobody knows.</summary>
public sealed class ReportWordsTests
{
    private static readonly SimTrace BrokenOff = Drives.Laps([0, 10, 20], [0, 30]);

    [Theory]
    [InlineData("a single action", "Actions (1 makes up 90 %, 1 makes up 95 %, 1 makes up 99 %; zig-zag 0 % of steps)")]
    [InlineData("no metrics", "Laps (estimated times)")]
    [InlineData("two laps", "Rewards. 2 laps are too few to rank them with speed.")]
    public void A_title_says(string of, string title) => Assert.Contains(
        (of, title), ReportTables.Of(Analysis.Run(Reported.Of(MadeUpLaps.Of(2)))).Select(table => (of, table.Title)));

    [Fact]
    public void Without_actions_no_share_of_them_is_made_up()
    {
        var trace = Support.Some.Trace(
            Support.Some.Row(status: EpisodeStatus.Pause), Support.Some.Row(status: EpisodeStatus.Pause, progressPercent: 10));

        Assert.Contains("Actions (zig-zag 0 % of steps)", ReportTables.Of(Analysis.Run(Reported.Of(trace))).Select(table => table.Title));
    }

    [Fact]
    public void Without_sections_no_step_is_said_to_lie_on_none_of_them()
    {
        var actions = ReportTables.Of(Analysis.Run(Reported.Of(BrokenOff))).Single(table => table.Columns.Contains("straight"));

        Assert.Equal(["-", "-", "-"], actions.Rows[0][5..8]);
    }

    [Theory]
    [InlineData("Even=1 if steps > 0 else 0", "At 75 % of its pace the best lap earns 33 % more: ")]
    [InlineData("Way=progress - prev(progress)", "At 75 % of its pace the best lap earns the same: this reward does not care for the pace")]
    public void A_pace_that_changes_nothing_earns_the_same(string reward, string sentence) =>
        Assert.StartsWith(sentence, Analysis.Run(Reported.Sample(reward)).Verdict[^1].Text, StringComparison.Ordinal);

    [Fact]
    public void A_lap_that_was_broken_off_is_not_set_beside_another_as_a_fast_one()
    {
        var report = Analysis.Run(Reported.Of(MadeUpLaps.Of(1)) with { Against = new Analyzer.Laps.LapTimes(BrokenOff) });

        var laps = ReportTables.Of(report).Single(table => table.Title == "Against some.csv: laps").Rows;

        Assert.Equal(("0.300 to 20.0 %", "0.200 to 30.0 %"), (laps[0][3], laps[1][3]));
        Assert.DoesNotContain('%', laps[0][1]);
    }
}
