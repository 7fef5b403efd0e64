using System.Text;
using Analyzer.Laps;
using Analyzer.Reports;
using Analyzer.Rewards;
using Analyzer.Tests.Laps;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

public class ExportTableTests
{
    [Fact]
    public void The_bundled_sample_is_exported_as_accepted()
    {
        var lines = Lines(new LapComparisons(new LapTimes(SampleRun.Trace)));

        Assert.Equal(SampleRun.RowCount + 1, lines.Length);
        Golden.Matches("export - every 30th line", string.Concat(lines.Where((_, place) => place % 30 == 0).Select(line => $"{line}\n")));
    }

    [Fact]
    public void Numbers_have_a_dot_whatever_the_locale()
    {
        var laps = new LapComparisons(new LapTimes(SampleRun.Trace));
        var lines = Lines(laps);

        using var comma = new CommaCulture();

        Assert.Equal(lines, Lines(laps));
    }

    [Fact]
    public void No_two_columns_have_one_name()
    {
        var rewards = RewardTable.Evaluate(
            RewardSet.Empty.With(RewardComponent.ParseOption("row=1")).With(RewardComponent.ParseOption("mine=2")),
            new RewardRows(SampleRun.Trace),
            TestContext.Current.CancellationToken);
        var table = new ExportTable(new LapComparisons(new LapTimes(SampleRun.Trace)), timeline: null, rewards);

        Assert.Equal(["reward_row", "mine", "final"], table.Header.Skip(9));
    }

    [Fact]
    public void The_delta_is_empty_where_no_lap_was_completed()
    {
        var lines = Lines(new LapComparisons(new LapTimes(Drives.Laps([0, 50, 90], [0, 50]))));

        Assert.All(lines[1..], line => Assert.Equal("", line.Split(',')[8]));
    }

    [Fact]
    public void Less_than_half_a_millisecond_has_no_sign()
    {
        var lines = Lines(new LapComparisons(new LapTimes(Drives.Laps([0, 50, 100], [0, 50.2, 100]))));

        Assert.Equal(["0.000", "0.000", "0.000", "0.000", "0.000", "0.000"], lines[1..].Select(line => line.Split(',')[8]));
    }

    [Fact]
    public void Control_characters_in_a_name_are_shown_by_their_codes()
    {
        var laps = new LapComparisons(new LapTimes(Drives.Laps([0, 50, 100])));

        var lines = Lines(laps, RewardSet.Empty.With(RewardComponent.ParseOption("\u001b[2J\nred=2")));

        Assert.Equal(4, lines.Length);
        Assert.EndsWith(",delta,\\x1b[2J\\nred,final", lines[0], StringComparison.Ordinal);
    }

    private static string[] Lines(LapComparisons laps, RewardSet? rewards = null)
    {
        using var written = new MemoryStream();
        var table = RewardTable.Evaluate(rewards ?? RewardSet.Default, new RewardRows(laps.Times.Trace));
        new ExportTable(laps, timeline: null, table).WriteTo(written);
        return Encoding.UTF8.GetString(written.ToArray()).TrimEnd('\n').Split('\n');
    }
}
