using Analyzer.Platform;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards;

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

    [Theory]
    [MemberData(nameof(WrongTracks))]
    public void Another_track_is_refused(string name, Func<MadeUpTrack, double[][]> file)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var (track, trace) = (new MadeUpTrack(seed), new MadeUpTrack(seed).Drive());
            var path = folder.Write($"{name}.npy", Npy.Bytes(file(track)));

            var error = Assert.Throws<RunException>(() => TrackSearch.Read(path, trace));

            Assert.Matches(@"\.npy: this is not the log's track: (in )?[0-9]+ of 300 rows .*; give the file of the track driven", error.Message);
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

    [Theory]
    [InlineData("Bowtie_track", "runs/reinvent", "0 of 737 rows have the waypoint that the log names")]
    [InlineData(
        "reinvent_base-71",
        "runs/reinvent",
        "37 of 737 rows have the waypoint that the log names; the log names waypoint 118, the file has 71")]
    [InlineData("Monaco", "cases/training/spain-v5-10-iteration.csv", "0 of 1246 rows have the waypoint that the log names")]
    [InlineData("Singapore", "cases/training/spain-v5-10-iteration.csv", "10 of 1246 rows have the waypoint that the log names")]
    [InlineData("July_2020", "cases/training/spain-v5-10-iteration.csv", "0 of 1246 rows have the waypoint that the log names")]
    [InlineData("2022_july_pro", "runs/july_pro", "1891 of 2055 rows have the waypoint that the log names")]
    public void Real_tracks_of_like_length_and_older_generations_are_refused(string track, string log, string expected)
    {
        var error = Assert.Throws<RunException>(() => TrackSearch.Read(SharedFiles.Path($"cases/tracks/{track}.npy"), Runs.Shared(log)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        if (log.Contains("spain", StringComparison.Ordinal))
            Assert.EndsWith("Spain_track.npy beside it is: give that with --track FILE.npy.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cases/tracks/Spain_track.npy", "cases/training/spain-v5-10-iteration.csv")]
    [InlineData("cases/tracks/reInvent2019_track.npy", "cases/old/bracketed")]
    [InlineData("routes/2022_july_pro_ccw.npy", "runs/july_pro")]
    [InlineData("routes/reinvent_base.npy", "runs/reinvent")]
    public void Real_tracks_are_accepted(string track, string log) =>
        Assert.NotNull(TrackSearch.Read(SharedFiles.Path(track), Runs.Shared(log)));

    [Theory]
    [InlineData("China_eval_track", true, 122)]
    [InlineData("New_York_Eval_Track", true, 427)]
    [InlineData("Straight_track", false, 21)]
    public void Real_tracks_with_small_gaps_are_closed_and_open_ones_stay_open(string track, bool isClosed, int stretches)
    {
        var read = TrackFile.Read(SharedFiles.Path($"cases/tracks/{track}.npy"));

        Assert.Equal((isClosed, stretches), (read.IsClosed, read.Waypoints.Length - 1));
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
