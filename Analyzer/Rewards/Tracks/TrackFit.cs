using System.Globalization;
using Analyzer.Logs;

namespace Analyzer.Rewards.Tracks;

/// <summary>
/// Tells whether a track is a log's, row by row. Of the right track the waypoint that a row names is the nearer of the two that the car is
/// between, in every row (checked on 25 logs of seven tracks); of another track of like length in one row of six at the most, of another
/// generation of the same track in up to nine of ten.
/// </summary>
internal sealed class TrackFit
{
    private const int Samples = 500;

    // Of the sampled rows the right track has all but the ties; what has fewer is not worth the comparison of all rows.
    private const double SampledShare = 0.95;
    private const double LengthTolerance = 0.02;

    // Half way between two waypoints either may be named: the simulators' text logs round places to four decimals, and people's copies of
    // tracks are rounded to three, which moves the distance to each waypoint by up to 0.7 mm.
    private const double TieMetres = 0.002;

    private readonly SimTrace trace;
    private readonly int rows, beside, nearer;

    private TrackFit(Track track, SimTrace trace)
    {
        (Track, this.trace) = (track, trace);
        foreach (var row in trace.Rows.Where(IsSomewhere))
        {
            var (previous, next, nearest, other) = Between(track, row);
            rows++;
            if (row.ClosestWaypoint == previous || row.ClosestWaypoint == next) beside++;
            if (IsSame(track, row.ClosestWaypoint, nearest) || IsSame(track, row.ClosestWaypoint, other)) nearer++;
        }
    }

    /// <summary>
    /// The track in the direction and from the start with which most of its waypoints are those that the log names. A file is often at hand
    /// for the other direction only, and its start may lie elsewhere.
    /// </summary>
    public Track Track { get; }

    /// <summary>Why the track is not the log's, as the rest of a sentence; null where it is.</summary>
    public string? Difference
    {
        get
        {
            if (nearer == rows) return null;
            var count = beside < rows
                ? $"{beside} of {rows} rows have the waypoint that the log names"
                : $"in {nearer} of {rows} rows only it has the waypoint that the log names as the nearest one";
            var named = trace.Rows.Max(row => row.ClosestWaypoint);
            var waypoints = named < Track.Waypoints.Length
                ? ""
                : $"; the log names waypoint {named}, the file has {Track.Waypoints.Length}";
            var (length, driven) = (Track.LengthMetres, trace.Rows[0].TrackLengthMetres);
            var lengths = Math.Abs(driven - length) <= driven * LengthTolerance ? "" : string.Create(
                CultureInfo.InvariantCulture, $"; its centre line is {length:0.0} m long, the log's {driven:0.0} m");
            return $"this is not the log's track: {count}{waypoints}{lengths}";
        }
    }

    /// <summary>Compares all rows.</summary>
    public static TrackFit Of(Track track, SimTrace trace) => new(Turned(track, Sampled(trace)).Track, trace);

    /// <summary>The track as the log's run drove it; null where it is another, which mostly shows in a few rows.</summary>
    public static Track? TryFit(Track track, SimTrace trace)
    {
        var samples = Sampled(trace);
        var (turned, matches) = Turned(track, samples);
        return matches >= samples.Length * SampledShare && new TrackFit(turned, trace) is { Difference: null } ? turned : null;
    }

    /// <summary>Some 500 evenly spaced rows of a log, those without a place left out: enough to tell a line or a start by.</summary>
    internal static SimTraceRow[] Sampled(SimTrace trace)
    {
        var step = Math.Max(1, trace.Rows.Length / Samples);
        return [.. trace.Rows.Where(row => row.Index % step == 0 && IsSomewhere(row))];
    }

    private static bool IsSomewhere(SimTraceRow row) => double.IsFinite(row.X + row.Y);

    // As the file has it where neither direction and no start make half of the rows right.
    private static (Track Track, int Matches) Turned(Track track, SimTraceRow[] samples)
    {
        var (forward, backward) = (Shifted(track, samples), Shifted(track.Reversed(), samples));
        var best = backward.Matches > forward.Matches ? backward : forward;
        return best.Matches * 2 > samples.Length ? best : (track, best.Matches);
    }

    private static (Track Track, int Matches) Shifted(Track track, SimTraceRow[] samples)
    {
        var nearest = samples.Select(row => (Row: row, Between(track, row).Nearest));
        if (!track.IsClosed) return (track, nearest.Count(pair => pair.Row.ClosestWaypoint == pair.Nearest));
        var count = track.Waypoints.Length - 1;
        var (shift, matches) = nearest
            .CountBy(pair => (((pair.Row.ClosestWaypoint - pair.Nearest) % count) + count) % count)
            .DefaultIfEmpty()
            .MaxBy(shift => shift.Value);
        return (track.StartingAt((count - shift) % count), matches);
    }

    // The other is the nearest one, too, where there is no tie.
    private static (int Previous, int Next, int Nearest, int Other) Between(Track track, SimTraceRow row)
    {
        var car = new TrackPoint(row.X, row.Y);
        var (previous, next) = track.WaypointsAround(car);
        var ahead = track.Waypoints[previous].DistanceTo(car) - track.Waypoints[next].DistanceTo(car);
        var (nearest, farther) = ahead < 0 ? (previous, next) : (next, previous);
        return (previous, next, nearest, Math.Abs(ahead) < TieMetres ? farther : nearest);
    }

    // The closing waypoint is the first.
    private static bool IsSame(Track track, int named, int nearest) =>
        named == nearest || (track.IsClosed && named >= 0 && named % (track.Waypoints.Length - 1) == nearest % (track.Waypoints.Length - 1)
            && named < track.Waypoints.Length);
}
