using Analyzer.Platform;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Tracks;

public sealed class TrackSearchTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, Func<MadeUpTrack, double[][]>> RightTracks => new()
    {
        { "as it is", track => track.Lines },
        { "not closed", track => track.Lines[..^1] },
        { "driven the other way round", track => [.. track.Lines.Reverse()] },
        { "from another start", track => [.. track.Lines[7..^1], .. track.Lines[..8]] },
        { "from another start, the other way round", track => [.. track.Lines[30..^1].Concat(track.Lines[..31]).Reverse()] },
    };

    public static TheoryData<string, Func<MadeUpTrack, double[][]>> WrongTracks => new()
    {
        { "a tenth larger", track => Moved(track.Lines, (x, y) => (x * 1.1, y * 1.1)) },
        { "1 % larger", track => Moved(track.Lines, (x, y) => (x * 1.01, y * 1.01)) },
        { "1 % smaller", track => Moved(track.Lines, (x, y) => (x * 0.99, y * 0.99)) },
        { "shifted by the way to the next waypoint", track => Moved(
            track.Lines, (x, y) => (x + track.Lines[1][0] - track.Lines[0][0], y + track.Lines[1][1] - track.Lines[0][1])) },
        { "its waypoints half a distance on", track => track.Resampled(track.Count, 0.5) },
        { "its waypoints a fifth of a distance on", track => track.Resampled(track.Count, 0.2) },
        { "a waypoint fewer", track => track.Resampled(track.Count - 1, 0) },
        { "half of the waypoints", track => track.Resampled(track.Count / 2, 0) },
        { "mirrored", track => Moved(track.Lines, (x, y) => (x, -y)) },
        { "turned by a quarter", track => Moved(track.Lines, (x, y) => (-y, x)) },
    };

    [Theory]
    [MemberData(nameof(RightTracks))]
    public void The_track_of_a_log_is_accepted(string name, Func<MadeUpTrack, double[][]> file)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (track, trace) = (new MadeUpTrack(seed), new MadeUpTrack(seed).Drive());

            var found = TrackSearch.Read(folder.Write($"{name}.npy", Npy.Bytes(file(track))), trace);

            Assert.Equal(track.Lines.Select(line => new TrackPoint(line[0], line[1])), found.Waypoints);
        }
    }

    [Fact]
    public void A_text_log_whose_places_have_four_decimals_names_either_of_two_waypoints_half_way_between_them()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var track = new MadeUpTrack(seed);
            var (before, after) = (track.Lines[10], track.Lines[11]);
            var halfWay = (X: Math.Round((before[0] + after[0]) / 2, 4), Y: Math.Round((before[1] + after[1]) / 2, 4));
            var driven = track.Drive().Rows;
            var trace = Some.Trace([
                .. driven.Select(row => row with { X = Math.Round(row.X, 4), Y = Math.Round(row.Y, 4) }),
                driven[0] with { X = halfWay.X, Y = halfWay.Y, ClosestWaypoint = 10 },
                driven[0] with { X = halfWay.X, Y = halfWay.Y, ClosestWaypoint = 11 },
            ]);
            var path = folder.Write($"text/{seed}/track.npy", Npy.Bytes(track.Lines));

            Assert.False(TrackSearch.Read(path, trace).IsReversed);
            Assert.Equal(path, TrackSearch.FindBelow(folder.Path($"text/{seed}"), trace)?.Path);
        }
    }

    [Fact]
    public void A_copy_of_the_track_that_is_rounded_to_millimetres_may_name_either_of_two_waypoints_half_way_between_them()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var track = new MadeUpTrack(seed);
            var driven = track.Drive().Rows;
            var halfWays = Enumerable.Range(0, track.Count - 1).Select(before => driven[0] with
            {
                X = (track.Lines[before][0] + track.Lines[before + 1][0]) / 2,
                Y = (track.Lines[before][1] + track.Lines[before + 1][1]) / 2,
                ClosestWaypoint = before + (before % 2),
            });
            var rounded = Moved(track.Lines, (x, y) => (Math.Round(x, 3), Math.Round(y, 3)));
            var path = folder.Write($"rounded/{seed}/track.npy", Npy.Bytes(rounded));

            Assert.False(TrackSearch.Read(path, Some.Trace([.. driven, .. halfWays])).IsReversed);
        }
    }

    [Theory]
    [MemberData(nameof(WrongTracks))]
    public void Another_track_is_refused(string name, Func<MadeUpTrack, double[][]> file)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var (track, trace) = (new MadeUpTrack(seed), new MadeUpTrack(seed).Drive());
            var path = folder.Write($"{name}.npy", Npy.Bytes(file(track)));

            var error = Assert.Throws<RunException>(() => TrackSearch.Read(path, trace));

            Assert.Matches(
                @"\.npy: this is not the log's track: (in )?[0-9]+ of 300 rows .*; give the file of the track driven", error.Message);
        }
    }

    [Fact]
    public void What_the_log_names_and_the_file_has_not_is_said_and_a_fitting_file_beside_it_is_named()
    {
        var (track, trace) = (new MadeUpTrack(1), new MadeUpTrack(1).Drive());
        folder.Write("right.npy", Npy.Bytes(track.Lines));
        folder.Write("broken.npy", "no array");
        var wrong = folder.Write("older.npy", Npy.Bytes(track.Resampled(40, 0)));

        var error = Assert.Throws<RunException>(() => TrackSearch.Read(wrong, trace));

        Assert.Matches(
            $@"older\.npy: this is not the log's track: [0-9]+ of 300 rows have the waypoint that the log names; the log names waypoint " +
            $@"{trace.Rows.Max(row => row.ClosestWaypoint)}, the file has 41; right\.npy beside it is: give that with --track FILE\.npy\.$",
            error.Message);
    }

    [Fact]
    public void A_track_that_fits_is_found_in_a_folder_without_being_named()
    {
        var trace = new MadeUpTrack(3).Drive();
        folder.Write("model/a/line.npy", Npy.Bytes([[0, 0], [1, 1]]));
        folder.Write("model/a/other.npy", Npy.Bytes(new MadeUpTrack(4).Lines));
        Assert.Null(TrackSearch.FindBelow(folder.Path("model"), trace));

        var path = folder.Write("model/b/own.npy", Npy.Bytes(new MadeUpTrack(3).Lines));

        Assert.Equal(path, TrackSearch.FindBelow(folder.Path("model"), trace)?.Path);
    }

    private static double[][] Moved(double[][] lines, Func<double, double, (double X, double Y)> move) =>
    [
        .. lines.Select(line => Enumerable.Range(0, 3).SelectMany(i =>
        {
            var (x, y) = move(line[2 * i], line[(2 * i) + 1]);
            return new[] { x, y };
        }).ToArray()),
    ];
}
