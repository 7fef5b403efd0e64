using Analyzer.Logs;
using Analyzer.Rewards.Tracks;

namespace Analyzer.Tests.Rewards.Tracks;

/// <summary>What holds for the right track of every run.</summary>
internal static class TrackChecks
{
    /// <summary>In each row the nearer of the two waypoints that are found is the one that the log names.</summary>
    public static void AssertHoldsTheLogs(SimTrace trace, string file, int waypoints, bool isReversed)
    {
        var track = TrackSearch.Read(file, trace);

        Assert.Equal((waypoints, isReversed), (track.Waypoints.Length, track.IsReversed));
        Assert.All(trace.Rows, row =>
        {
            var car = new TrackPoint(row.X, row.Y);
            var (previous, next) = (track.Locate(car).PreviousWaypoint, track.Locate(car).NextWaypoint);
            Assert.Equal(
                row.ClosestWaypoint,
                track.Waypoints[next].DistanceTo(car) < track.Waypoints[previous].DistanceTo(car) ? next : previous);
        });
    }
}
