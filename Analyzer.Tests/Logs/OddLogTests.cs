using System.Globalization;
using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

/// <summary>Logs that are cut off, put together or out of order: what is read of them, and what is said.</summary>
public sealed class OddLogTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("0,2.0,1.5,-2.5,90.0")]
    [InlineData("0,2.0,1.5,-2.5,90.0\n")]
    [InlineData("0,2.0,1.5,-")]
    [InlineData("0")]
    [InlineData("0,1.0,1.5,-2.5,90.0,10.0,3.0,14,1.0,False,True,25.0,7,57.5,7.199,in_progress,-")]
    public void A_last_line_that_was_cut_off_is_left_out_and_said(string rest)
    {
        var path = folder.Write("log.csv", Some.Log(Some.Line) + rest);

        var trace = SimTraceReader.Read(path);

        Assert.Single(trace.Rows);
        Assert.Equal([$"{path}: the last line is incomplete and is left out (is the log still being written?)."], trace.Remarks);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("  \n\t\n \r\n")]
    [InlineData("\t\n\n")]
    [InlineData(",,,,,,,,,,,,,,,,\n,,,,,,,,,,,,,,,,\n")]
    [InlineData(" , ,\t\n")]
    public void Blank_lines_at_the_end_are_no_rows_and_nothing_is_said_of_them(string rest)
    {
        var trace = Read(Some.Log(Some.Line, Some.Line) + rest);

        Assert.Equal(2, trace.Rows.Length);
        Assert.Empty(trace.Remarks);
    }

    [Fact]
    public void A_last_line_that_was_cut_off_is_said_before_blank_ones_too()
    {
        var trace = Read(Some.Log(Some.Line, "0,2.0,1.5") + "  \n");

        Assert.Single(trace.Rows);
        Assert.Single(trace.Remarks);
    }

    [Fact]
    public void A_time_that_steps_back_is_said_with_its_line()
    {
        var path = folder.Write("log.csv", Some.Log(Some.Line, Some.Line.Replace("7.199", "7.132", StringComparison.Ordinal)));

        Assert.Equal(
            [$"{path}, line 3: the time steps back; that lap's time is not compared. Download the log again."],
            SimTraceReader.Read(path).Remarks);
    }

    public static TheoryData<string, Func<int, int, string>> Orders => new()
    {
        { "as text", (episode, step) => $"{episode},{step}" },
        { "as text, by the step alone", (_, step) => $"{step}" },
        { "by the step alone", (_, step) => $"{step:000}" },
        { "the latest first", (episode, step) => $"{9 - episode},{999 - step}" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Rows_that_were_sorted_otherwise_are_put_in_the_order_of_driving_and_it_is_said(string order, Func<int, int, string> key)
    {
        Assert.NotEmpty(order);
        var steps = Enumerable.Range(0, 36).Select(row => (Episode: row / 12, Step: (row % 12) + 1, Milliseconds: 7000 + (row * 66)));
        var lines = steps.Select(step => (Key: key(step.Episode, step.Step), Line: string.Create(
            CultureInfo.InvariantCulture,
            $"{step.Episode},{step.Step}.0,{step.Step / 10.0},-2.5,90.0,10.0,3.0,14,1.0,False,True,{step.Step},7,57.5," +
                $"{step.Milliseconds / 1000.0},in_progress,0.0"))).ToList();
        var expected = Read(Some.Log(lines.Select(line => line.Line)));
        var path = folder.Write("sorted.csv", Some.Log(lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => line.Line)));

        var trace = SimTraceReader.Read(path);

        Assert.Equal(expected.Rows, trace.Rows);
        Assert.Equal(expected.Laps, trace.Laps);
        Assert.All(expected.Rows, row => Assert.Equal(expected.Cell(row.Index, 14), trace.Cell(row.Index, 14)));
        Assert.Equal([$"{path}: the rows are not in the order of driving; they are put in that of their times."], trace.Remarks);
        Assert.True(expected.IsTable && !trace.IsTable);
    }

    [Fact]
    public void Laps_in_order_stay_so_where_the_time_begins_anew()
    {
        var trace = Read(Some.Log(Some.Line, Some.Line.Replace("0,1.0", "1,1.0", StringComparison.Ordinal)
            .Replace("7.199", "6.132", StringComparison.Ordinal)));

        Assert.Equal([0, 1], trace.Rows.Select(row => row.Episode));
        Assert.Empty(trace.Remarks);
    }

    [Fact]
    public void A_lap_whose_beginning_is_cut_off_is_said()
    {
        var path = folder.Write("log.csv", Some.Log(Some.LineWith("steps", "151.0")));

        Assert.Equal(
            [$"{path}: the first lap's beginning is missing; that lap's time is not compared. Download the whole log."],
            SimTraceReader.Read(path).Remarks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\uFEFF")]
    public void Logs_put_together_are_read_one_after_the_other_and_take_their_speeds(string mark)
    {
        var earlier = Some.Line.Replace("7.199", "7.132", StringComparison.Ordinal);
        var next = earlier.Replace("0,1.0", "1,1.0", StringComparison.Ordinal);
        var path = folder.Write("log.csv", mark + Some.Log(Some.Line, mark + Some.Header, earlier, next, mark + Some.Header));

        var trace = SimTraceReader.Read(path);

        Assert.Equal([(0, 0), (0, 1), (1, 2)], trace.Laps.Select(lap => (lap.Episode, lap.FirstRow)));
        Assert.Equal(
            [$"{path}, line 3: a further log begins; its laps are counted on. Give the logs singly to part them."], trace.Remarks);

        SpeedColumn.Write(path, ["1.5", "2.5", "3.5"], replaceExisting: false);

        Assert.Equal([1.5, 2.5, 3.5], SimTraceReader.Read(path).Rows.Select(row => row.LoggedSpeedMetresPerSecond));
    }

    [Fact]
    public void The_same_episode_anew_is_another_lap()
    {
        var done = Some.LineWith("done", "True").Replace("0,1.0", "0,2.0", StringComparison.Ordinal);
        var anew = Some.Line.Replace("7.199", "7.132", StringComparison.Ordinal);

        var trace = Read(Some.Log(Some.Line, done, anew));

        Assert.Equal([0, 2], trace.Laps.Select(lap => lap.FirstRow));
        Assert.Empty(trace.Remarks);
    }

    [Fact]
    public void A_further_file_may_begin_at_an_earlier_time()
    {
        var first = folder.Write("1.csv", Some.Log(Some.Line));
        var second = folder.Write("2.csv", Some.Log(Some.Line.Replace("7.199", "7.132", StringComparison.Ordinal)));

        Assert.Empty(SimTraceReader.Read([first, second]).Remarks);
    }

    [Fact]
    public void A_whole_last_line_needs_no_line_end()
    {
        var trace = Read(Some.Log(Some.Line).TrimEnd('\n'));

        Assert.Single(trace.Rows);
        Assert.Empty(trace.Remarks);
    }

    public void Dispose() => folder.Dispose();

    private SimTrace Read(string text) => SimTraceReader.Read(folder.Write("log.csv", text));
}
