using System.Buffers.Binary;
using System.Text;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards;

public sealed class TrackTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_closest_waypoints_hold_the_log_s_own_in_both_directions()
    {
        AssertHoldsTheLogs(SampleRun.Trace, isReversed: false);
        AssertHoldsTheLogs(Runs.Backwards(), isReversed: true);
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

    [Fact]
    public void What_is_no_track_is_refused_with_the_reason()
    {
        AssertRefused("track.npy: not a NumPy array file (.npy).", folder.Write("track.npy", "episode,steps,X,Y"));
        AssertRefused("track.npy: holds the type '<i8'; a track holds floats ('<f8').", Write(Square(10, 1), "<i8"));
        AssertRefused(
            "track.npy: the array is 5 x 5; a track is N x 6 (x, y of centre, inner, outer).",
            Write([.. Square(10, 1).Select(line => line[..5])]));
        AssertRefused("track.npy: the centre line is not closed; the array's last line must repeat its first.", Write(Square(10, 1)[..4]));
        AssertRefused(
            "track.npy: a track 4000 long and 141.42 wide is not in metres (10 to 100 long, about 1 wide).",
            Write(Square(1000, 100)));
        AssertRefused(
            "track.npy: line 1 of the array holds a value that is no number.",
            Write([.. Square(10, 1).Select((line, i) => i == 1 ? [double.NaN, .. line[1..]] : line)]));
        var file = File.ReadAllBytes(Write(Square(10, 1)));
        AssertRefused("track.npy: 232 bytes of values, where 5 x 6 need 240.", folder.Write("track.npy", file[..^8]));
        AssertRefused("track.npy: ends within its header.", folder.Write("track.npy", file[..20]));
    }

    [Fact]
    public void A_track_of_another_length_is_not_the_log_s()
    {
        var track = TrackFile.Read(Write(Square(10, 1)));

        var error = Assert.Throws<RunException>(() => new RewardRows(Runs.Small, track: track));

        Assert.Equal("The track file's centre line is 40.0 m long, the log's 20.0 m; give the file of the track driven.", error.Message);
    }

    private static void AssertHoldsTheLogs(SimTrace trace, bool isReversed)
    {
        var track = TrackFile.Read(SampleRun.TrackFile).Along(trace);

        Assert.Equal(Runs.SampleWaypoints, track.Waypoints.Length);
        Assert.Equal(isReversed, track.IsReversed);
        Assert.All(trace.Rows, row =>
        {
            var car = new TrackPoint(row.X, row.Y);
            var (previous, next) = (track.Locate(car).PreviousWaypoint, track.Locate(car).NextWaypoint);
            Assert.Equal(
                row.ClosestWaypoint,
                track.Waypoints[next].DistanceTo(car) < track.Waypoints[previous].DistanceTo(car) ? next : previous);
        });
    }

    private void AssertRefused(string expected, string path) =>
        Assert.Equal(expected, Assert.Throws<RunException>(() => TrackFile.Read(path)).Message
            .Replace(folder.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));

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

    private string Write(double[][] lines, string type = "<f8", bool isByColumn = false, byte version = 1)
    {
        var (rows, columns) = (lines.Length, lines[0].Length);
        var header = $"{{'descr': '{type}', 'fortran_order': {isByColumn}, 'shape': ({rows}, {columns}), }}\n";
        using var file = new MemoryStream();
        file.Write([0x93, .. "NUMPY"u8, version, 0]);
        var length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)header.Length);
        file.Write(length);
        file.Write(Encoding.ASCII.GetBytes(header));
        var values = isByColumn
            ? Enumerable.Range(0, columns).SelectMany(column => lines.Select(line => line[column]))
            : lines.SelectMany(line => line);
        foreach (var value in values) file.Write(type == "<f4" ? BitConverter.GetBytes((float)value) : BitConverter.GetBytes(value));
        return folder.Write("track.npy", file.ToArray());
    }
}
