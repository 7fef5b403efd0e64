using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

public sealed class SimTraceReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Every_column_becomes_a_typed_value()
    {
        var row = Read(Some.Log(Some.Line)).Rows.Single();

        Assert.Equal(
            new SimTraceRow
            {
                Index = 0,
                Episode = 0,
                Steps = 1,
                X = 1.5,
                Y = -2.5,
                YawDegrees = 90,
                SteeringDegrees = 10,
                ThrottleMetresPerSecond = 3,
                Action = 14,
                Reward = 1,
                Done = false,
                AllWheelsOnTrack = true,
                ProgressPercent = 25,
                ClosestWaypoint = 7,
                TrackLengthMetres = 57.5,
                TimestampMilliseconds = 7199,
                Status = EpisodeStatus.InProgress,
                StatusText = "in_progress",
                PauseSecondsLeft = 0,
                DisplacementSpeedMetresPerSecond = 0,
            },
            row);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order_and_unknown_ones_keep_their_text()
    {
        var trace = Read(
            "mood,tstamp,episode_status,EPISODE,steps,track_len,closest_waypoint,progress,action,throttle,steer,yaw,Y,X\n" +
            "\"a, b\",2.5,pause,3,4.0,20,5,-1.5,2,1,-30,0,8,9\n");

        var row = trace.Rows.Single();
        Assert.Equal(
            (2500, EpisodeStatus.Pause, 3, 4, 9.0, 8.0),
            (row.TimestampMilliseconds, row.Status, row.Episode, row.Steps, row.X, row.Y));
        Assert.Equal("mood", trace.Columns[0]);
        Assert.Equal("a, b", trace.Cell(0, 0));
    }

    [Fact]
    public void Columns_that_may_be_missing_have_the_values_of_a_car_that_drives()
    {
        var row = Read(
            "episode,steps,X,Y,yaw,steer,throttle,action,progress,closest_waypoint,track_len,tstamp,episode_status\n" +
            "0,1,0,0,0,0,1,0,0,0,20,1,in_progress\n").Rows.Single();

        Assert.Equal(
            (0.0, false, true, 0.0, null),
            (row.Reward, row.Done, row.AllWheelsOnTrack, row.PauseSecondsLeft, row.LoggedSpeedMetresPerSecond));
    }

    [Theory]
    [InlineData("14", 14)]
    [InlineData("14.0", 14)]
    [InlineData("[-25.0 1.33]", null)]
    [InlineData("\"[-25.0, 1.33]\"", null)]
    [InlineData("[-25.0, 1.33]", null)]
    [InlineData("[-25.0,1.33]", null)]
    [InlineData("", null)]
    public void Actions_are_an_index_or_a_list_that_may_hold_a_comma(string cell, int? index)
    {
        var trace = Read(Some.Log(Some.LineWith("action", cell)));

        Assert.Equal(index, trace.Rows[0].Action);
        Assert.Equal(7199, trace.Rows[0].TimestampMilliseconds);
        Assert.Equal(cell.Trim('"'), trace.Cell(0, trace.Columns.IndexOf("action")));
    }

    [Fact]
    public void The_speed_column_is_read_where_it_is_there_and_its_empty_cells_are_missing_readings()
    {
        var trace = Read($"speed,{Some.Header}\n1.46,{Some.Line}\n,{Some.Line}\n");

        Assert.Equal([1.46, null], trace.Rows.Select(row => row.LoggedSpeedMetresPerSecond));
    }

    [Fact]
    public void Displacement_speed_is_the_way_over_the_time_since_the_row_before_across_laps()
    {
        var trace = Read(Some.Log(
            "0,1,0,0,0,0,1,0,0,False,True,0,0,20,1.000,prepare,0",
            "0,2,0.3,0.4,0,0,1,0,0,True,True,0,0,20,1.100,in_progress,0",
            "1,1,0.3,2.4,0,0,1,0,0,False,True,0,0,20,1.300,prepare,0",
            "1,2,0.9,2.4,0,0,1,0,0,False,True,0,0,20,1.300,in_progress,0"));

        Assert.Equal([0, 5, 10, 0], trace.Rows.Select(row => Math.Round(row.DisplacementSpeedMetresPerSecond, 9)));
        Assert.Equal([(1, 0, 0, 1), (2, 1, 2, 3)], trace.Laps.Select(lap => (lap.Number, lap.Episode, lap.FirstRow, lap.LastRow)));
    }

    [Theory]
    [InlineData("nan", double.NaN)]
    [InlineData("NaN", double.NaN)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1.5e-3", -0.0015)]
    public void Numbers_without_an_end_are_kept_and_give_no_speed(string cell, double value)
    {
        var trace = Read(Some.Log(Some.Line, Some.LineWith("X", cell).Replace("7.199", "7.3", StringComparison.Ordinal)));

        Assert.Equal(value, trace.Rows[1].X);
        Assert.True(double.IsFinite(trace.Rows[1].DisplacementSpeedMetresPerSecond));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    [InlineData("\n", "\uFEFF\uFEFF")]
    public void Line_ends_byte_order_marks_and_empty_lines_make_no_difference(string lineEnd, string mark)
    {
        var text = Some.Log(Some.Line, "", Some.Line).Replace("\n", lineEnd, StringComparison.Ordinal);

        var trace = Read(mark + text);

        Assert.Equal("episode", trace.Columns[0]);
        Assert.Equal("pause_duration", trace.Columns[^1]);
        Assert.Equal(2, trace.Rows.Length);
        Assert.Equal("0.0", trace.Cell(1, 16));
    }

    [Fact]
    public void A_comma_locale_changes_nothing()
    {
        using var comma = new CommaCulture();

        Assert.Equal(-2.5, Read(Some.Log(Some.Line)).Rows[0].Y);
    }

    [Fact]
    public void A_log_that_is_still_open_for_writing_can_be_read()
    {
        var path = folder.Write("log.csv", Some.Log(Some.Line));
        using var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

        Assert.Single(SimTraceReader.Read(path).Rows);
    }

    private SimTrace Read(string text) => SimTraceReader.Read(folder.Write("log.csv", text));

    public void Dispose() => folder.Dispose();
}
