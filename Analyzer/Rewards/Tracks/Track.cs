using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Rewards.Tracks;

/// <summary>
/// A track's centre line and borders. What it computes follows the simulator's own source (<c>markov/track_geom/track_data.py</c>);
/// its waypoints hold the closing one too.
/// </summary>
public sealed class Track
{
    // Positions compared with the log to find the direction of driving and the start.
    private const int Samples = 200;
    private const double LengthTolerance = 0.02;

    private readonly TrackLine centre;
    private readonly TrackLine inner;
    private readonly TrackLine outer;

    internal Track(TrackLine centre, TrackLine inner, TrackLine outer) => (this.centre, this.inner, this.outer) = (centre, inner, outer);

    /// <summary>Whether the waypoints go round clockwise, which DeepRacer calls reversed.</summary>
    public bool IsReversed => !centre.IsCounterClockwise;

    /// <summary>The centre line's points, the closing one (which is the first) too.</summary>
    public ImmutableArray<TrackPoint> Waypoints => centre.Points;

    /// <summary>The inner border's points, the closing one too.</summary>
    public ImmutableArray<TrackPoint> InnerBorder => inner.Points;

    /// <summary>The outer border's points, the closing one too.</summary>
    public ImmutableArray<TrackPoint> OuterBorder => outer.Points;

    /// <summary>Length of the centre line, metres.</summary>
    public double LengthMetres => centre.Length;

    /// <summary>Where a car is.</summary>
    public TrackPosition Locate(TrackPoint car)
    {
        var (point, along) = centre.Nearest(car);
        var (inside, outside) = (inner.Nearest(point).Point, outer.Nearest(point).Point);
        var isNearerInside = inside.DistanceTo(car) < outside.DistanceTo(car);
        var (previous, next) = centre.Around(along);
        return new TrackPosition(
            point.DistanceTo(car), isNearerInside == centre.IsCounterClockwise, inside.DistanceTo(outside), previous, next, along);
    }

    /// <summary>
    /// The track as the simulator had it in a run: in the direction and from the start with which its waypoints are those that the
    /// log names. A file is often at hand for the other direction only, and its start may lie elsewhere.
    /// </summary>
    /// <exception cref="RunException">The track is not the log's.</exception>
    public Track Along(SimTrace trace)
    {
        var length = trace.Rows[0].TrackLengthMetres;
        if (Math.Abs(length - LengthMetres) > length * LengthTolerance)
        {
            throw new RunException(string.Create(
                CultureInfo.InvariantCulture,
                $"The track file's centre line is {LengthMetres:0.0} m long, the log's {length:0.0} m; " +
                $"give the file of the track driven."));
        }

        var step = Math.Max(1, trace.Rows.Length / Samples);
        var samples = trace.Rows.Where(row => row.Index % step == 0).ToArray();
        var (forward, backward) = (Fit(centre, samples), Fit(centre.Reversed(), samples));
        var best = backward.Matches > forward.Matches ? backward : forward;
        return best.Matches * 2 > samples.Length ? new Track(best.Line, inner, outer) : this;
    }

    // The line from the start that makes most waypoints those of the log, and how many it makes.
    private static (TrackLine Line, int Matches) Fit(TrackLine line, SimTraceRow[] samples)
    {
        var count = line.Points.Length - 1;
        var shifts = samples.Select(row => row.ClosestWaypoint - line.NearestPoint(new TrackPoint(row.X, row.Y)));
        var (shift, matches) = shifts.CountBy(shift => ((shift % count) + count) % count).MaxBy(shift => shift.Value);
        return (line.StartingAt((count - shift) % count), matches);
    }
}
