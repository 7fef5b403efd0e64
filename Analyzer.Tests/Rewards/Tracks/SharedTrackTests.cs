using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Tracks;

/// <summary>The tracks of real runs, as that of the sample.</summary>
public class SharedTrackTests
{
    [SharedTheory]
    [InlineData("reinvent", "reinvent_base.npy", 119, false)]
    [InlineData("july_pro", "2022_july_pro_ccw.npy", 195, true)]
    public void The_closest_waypoints_hold_the_log_s_own_in_both_directions(string run, string file, int waypoints, bool isReversed) =>
        TrackChecks.AssertHoldsTheLogs(Log($"runs/{run}"), SharedFiles.Path($"routes/{file}"), waypoints, isReversed);

    [SharedTheory]
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
        var error = Assert.Throws<RunException>(() => TrackSearch.Read(SharedFiles.Path($"cases/tracks/{track}.npy"), Log(log)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        if (log.Contains("spain", StringComparison.Ordinal))
            Assert.EndsWith("Spain_track.npy beside it is: give that with --track FILE.npy.", error.Message, StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("cases/tracks/Spain_track.npy", "cases/training/spain-v5-10-iteration.csv")]
    [InlineData("cases/tracks/reInvent2019_track.npy", "cases/old/bracketed")]
    [InlineData("routes/2022_july_pro_ccw.npy", "runs/july_pro")]
    [InlineData("routes/reinvent_base.npy", "runs/reinvent")]
    public void Real_tracks_are_accepted(string track, string log) =>
        Assert.NotNull(TrackSearch.Read(SharedFiles.Path(track), Log(log)));

    [SharedTheory]
    [InlineData("China_eval_track", true, 122)]
    [InlineData("New_York_Eval_Track", true, 427)]
    [InlineData("Straight_track", false, 21)]
    public void Real_tracks_with_small_gaps_are_closed_and_open_ones_stay_open(string track, bool isClosed, int stretches)
    {
        var read = TrackFile.Read(SharedFiles.Path($"cases/tracks/{track}.npy"));

        Assert.Equal((isClosed, stretches), (read.IsClosed, read.Waypoints.Length - 1));
    }

    /// <summary>A log by its path, or the only one in a folder.</summary>
    private static SimTrace Log(string name)
    {
        var path = SharedFiles.Path(name);
        return SimTraceReader.Read(
            File.Exists(path) ? path : Directory.EnumerateFiles(path, "0-iteration.csv", SearchOption.AllDirectories).Single());
    }
}
