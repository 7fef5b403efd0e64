using System.Collections.Immutable;
using Analyzer.Logs;

namespace Analyzer.Rewards.Tracks;

/// <summary>
/// A track's centre line and borders, in the direction of driving. All that it computes follows the simulator's own source
/// (<c>markov/track_geom/track_data.py</c>): its waypoints hold the closing one too, and in a run that goes the other way round
/// than the file they are the file's in reverse.
/// </summary>
public sealed class Track
{
    // Positions taken to find the direction of driving.
    private const int Samples = 200;
    private const double LengthTolerance = 0.02;

    private readonly TrackLine centre;
    private readonly TrackLine inner;
    private readonly TrackLine outer;

    internal Track(TrackLine centre, TrackLine inner, TrackLine outer, bool isReversed = false) =>
        (this.centre, this.inner, this.outer, IsReversed) = (centre, inner, outer, isReversed);

    /// <summary>Whether the run goes the other way round than the track's file.</summary>
    public bool IsReversed { get; }

    /// <summary>The centre line's points, the closing one (which is the first) too.</summary>
    public ImmutableArray<TrackPoint> Waypoints => centre.Points;

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

    /// <summary>The track in the direction in which a run goes: the one in which its waypoints are those of the log.</summary>
    /// <exception cref="RunException">The track is not the log's.</exception>
    public Track Along(SimTrace trace)
    {
        var length = trace.Rows[0].TrackLengthMetres;
        if (Math.Abs(length - LengthMetres) > length * LengthTolerance)
        {
            throw new RunException(FormattableString.Invariant(
                $"The track file's centre line is {LengthMetres:0.0} m long, but the log's track {length:0.0} m: give the file of the track that was driven."));
        }

        var other = new Track(centre.Reversed(), inner.Reversed(), outer.Reversed(), !IsReversed);
        return other.Agreement(trace) > Agreement(trace) ? other : this;
    }

    private int Agreement(SimTrace trace)
    {
        var step = Math.Max(1, trace.Rows.Length / Samples);
        return Enumerable.Range(0, trace.Rows.Length / step).Select(sample => trace.Rows[sample * step])
            .Count(row => NearestWaypoint(new TrackPoint(row.X, row.Y)) == row.ClosestWaypoint);
    }

    private int NearestWaypoint(TrackPoint car)
    {
        var position = Locate(car);
        return Waypoints[position.NextWaypoint].DistanceTo(car) < Waypoints[position.PreviousWaypoint].DistanceTo(car)
            ? position.NextWaypoint
            : position.PreviousWaypoint;
    }
}
