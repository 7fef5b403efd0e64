using System.Text;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Tracks;

public sealed class TrackTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_closest_waypoints_hold_the_log_s_own_in_both_directions()
    {
        TrackChecks.AssertHoldsTheLogs(SampleRun.Trace, SampleRun.TrackFile, Runs.SampleWaypoints, isReversed: false);
        TrackChecks.AssertHoldsTheLogs(Runs.Backwards(), SampleRun.TrackFile, Runs.SampleWaypoints, isReversed: true);
    }

    [Fact]
    public void A_car_on_a_straight_is_located()
    {
        var track = TrackFile.Read(Write(Square(10, 1)));

        var position = track.Locate(new TrackPoint(2, 0.25));

        Assert.Equal(0.25, position.DistanceFromCentreMetres, 12);
        Assert.True(position.IsLeftOfCentre);
        Assert.Equal(1, position.TrackWidthMetres, 12);
        Assert.Equal((0, 1), (position.PreviousWaypoint, position.NextWaypoint));
        Assert.Equal(2, position.ProjectionMetres, 12);
        Assert.False(track.Locate(new TrackPoint(2, -0.25)).IsLeftOfCentre);
    }

    [Theory]
    [InlineData(10.0, -0.1, 1, 2)]
    [InlineData(-0.1, -0.1, 0, 1)]
    [InlineData(0.0, 0.1, 3, 4)]
    public void A_car_at_a_waypoint_is_past_it(double x, double y, int previous, int next)
    {
        var position = TrackFile.Read(Write(Square(10, 1))).Locate(new TrackPoint(x, y));

        Assert.Equal((previous, next), (position.PreviousWaypoint, position.NextWaypoint));
    }

    [Theory]
    [InlineData("<f8", false, 1)]
    [InlineData("<f8", true, 2)]
    [InlineData("<f4", false, 1)]
    [InlineData("<f4", true, 3)]
    public void Every_layout_of_numpy_is_read(string type, bool isByColumn, byte version)
    {
        var track = TrackFile.Read(Write(Square(10, 1), type, isByColumn, version));

        Assert.Equal([new(0, 0), new(10, 0), new(10, 10), new(0, 10), new(0, 0)], track.Waypoints);
        Assert.Equal(40, track.LengthMetres);
    }

    [Theory]
    [InlineData("a table", "not a NumPy array file (.npy)")]
    [InlineData("too large", "too large for lines of a track (over 10 MB)")]
    [InlineData("whole numbers", "holds the type '<i8', expected floats ('<f8': array.astype(float))")]
    [InlineData("a list", "not a matrix, expected a line a waypoint")]
    [InlineData("no number", "line 1 of the array holds a value that is no number")]
    [InlineData("cut off", "232 bytes of values, where 5 x 6 need 240")]
    [InlineData("cut off within its header", "ends within its header")]
    [InlineData("five columns", "the array is 5 x 5")]
    [InlineData("a racing line", "the array is 5 x 2", ", a racing line (N x 2) with --line")]
    [InlineData("in centimetres", "a track 4000 long and 141.42 wide is not in metres (10 to 100 long, about 1 wide)")]
    public void What_is_no_track_is_refused_with_the_reason_and_what_to_do(string what, string reason, string more = "")
    {
        var whole = Npy.Bytes(Square(10, 1));
        var file = folder.Write("track.npy", what switch
        {
            "a table" => "episode,steps,X,Y"u8.ToArray(),
            "too large" => [.. whole, .. new byte[10_000_000]],
            "whole numbers" => Npy.Bytes(Square(10, 1), "<i8"),
            "a list" => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(whole).Replace("(5, 6)", "(30, )", StringComparison.Ordinal)),
            "no number" => Npy.Bytes([.. Square(10, 1).Select((line, i) => i == 1 ? [double.NaN, .. line[1..]] : line)]),
            "cut off" => whole[..^8],
            "cut off within its header" => whole[..20],
            "five columns" => Npy.Bytes([.. Square(10, 1).Select(line => line[..5])]),
            "a racing line" => Npy.Bytes([.. Square(10, 1).Select(line => line[..2])]),
            _ => Npy.Bytes(Square(1000, 100)),
        });

        var error = Assert.Throws<RunException>(() => TrackFile.Read(file));

        Assert.Equal(
            $"{file}: {reason}; give the track's file, N x 6 floats (x, y of centre, inner, outer), with --track FILE.npy{more}.",
            error.Message);
    }

    [Fact]
    public void A_gap_of_a_waypoint_s_distance_is_closed()
    {
        var track = TrackFile.Read(Write(Square(10, 1)[..4]));

        Assert.True(track.IsClosed);
        Assert.Equal([new(0, 0), new(10, 0), new(10, 10), new(0, 10), new(0, 0)], track.Waypoints);
        Assert.Equal(40, track.LengthMetres);
        Assert.Equal(track.InnerBorder[0], track.InnerBorder[^1]);
    }

    [Theory]
    [InlineData(2.0, 0.25, true, 0, 1)]
    [InlineData(2.0, -0.25, false, 0, 1)]
    [InlineData(25.0, 0.25, true, 2, 3)]
    [InlineData(31.0, 0.25, true, 2, 3)]
    [InlineData(-1.0, 0.25, true, 0, 1)]
    public void A_line_that_is_really_open_stays_open(double x, double y, bool isLeft, int previous, int next)
    {
        var track = TrackFile.Read(Write([.. Enumerable.Range(0, 4).Select(i => new[] { i * 10.0, 0, i * 10, 0.5, i * 10, -0.5 })]));

        var position = track.Locate(new TrackPoint(x, y));

        Assert.False(track.IsClosed || track.IsReversed);
        Assert.Equal((isLeft, previous, next), (position.IsLeftOfCentre, position.PreviousWaypoint, position.NextWaypoint));
        Assert.Equal(30, track.LengthMetres);
    }

    [Fact]
    public void A_racing_line_gives_the_distance_from_it()
    {
        var file = Write([[0, 1], [10, 1], [10, 11], [0, 11]]);
        var trace = Some.Trace(Some.Row(x: 2, y: 1.25), Some.Row(x: 0, y: 3), Some.Row(x: 5, y: 0.5));

        var rows = new RewardRows(trace, racingLine: RacingLineFile.Read(file, trace));

        Assert.Equal([0.25, 0, 0.5], RewardExpression.Parse("distance_from_line", rows).Evaluate("d").Values);
    }

    [Theory]
    [InlineData(2, 1.0, "this line is not on the log's track: half of the rows are 100.0 m and more from it")]
    [InlineData(6, 1.0, "the array is 4 x 6", ", a track (N x 6) with --track")]
    [InlineData(3, 1.0, "the array is 4 x 3")]
    [InlineData(2, double.NaN, "line 0 of the array holds a value that is no number")]
    public void What_is_no_racing_line_is_refused(int columns, double first, string reason, string more = "")
    {
        var file = Write([.. Enumerable.Range(0, 4).Select(i => Enumerable.Repeat(i == 0 ? first : 1, columns).ToArray())]);

        var error = Assert.Throws<RunException>(() => RacingLineFile.Read(file, Some.Trace(Some.Row(x: 101, y: 1))));

        Assert.Equal(
            $"{file}: {reason}; give a line on the track driven, N x 2 floats (x, y), with --line FILE.npy{more}.", error.Message);
    }

    // A square track, counter-clockwise from its corner at the origin; its borders are half the width within and without.
    private static double[][] Square(double side, double width)
    {
        var (near, far) = (width / 2, side - (width / 2));
        double[] corner = [0, 0, near, near, -near, -near];
        return
        [
            corner,
            [side, 0, far, near, side + near, -near],
            [side, side, far, far, side + near, side + near],
            [0, side, near, far, -near, side + near],
            corner,
        ];
    }

    private string Write(double[][] lines, string type = "<f8", bool isByColumn = false, byte version = 1) =>
        folder.Write("track.npy", Npy.Bytes(lines, type, isByColumn, version));
}
