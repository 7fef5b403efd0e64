using System.Collections.Immutable;

namespace Analyzer.Rewards.Tracks;

/// <summary>
/// A track's centre line and borders. What it computes follows the simulator's own source (<c>markov/track_geom/track_data.py</c>);
/// its waypoints hold the closing one too.
/// </summary>
internal sealed class Track
{
    private readonly TrackLine centre;
    private readonly TrackLine inner;
    private readonly TrackLine outer;

    internal Track(TrackLine centre, TrackLine inner, TrackLine outer) => (this.centre, this.inner, this.outer) = (centre, inner, outer);

    /// <summary>Whether the waypoints go round clockwise, which DeepRacer calls reversed; never where they don't go round.</summary>
    public bool IsReversed => IsClosed && !centre.IsCounterClockwise;

    /// <summary>Whether it ends where it starts; a test track may be a straight.</summary>
    public bool IsClosed => centre.IsClosed;

    /// <summary>The centre line's points; of a closed one the closing point (which is the first) too.</summary>
    public ImmutableArray<TrackPoint> Waypoints => centre.Points;

    /// <summary>The inner border's points, of a closed one the closing one too.</summary>
    public ImmutableArray<TrackPoint> InnerBorder => inner.Points;

    /// <summary>The outer border's points, of a closed one the closing one too.</summary>
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
            point.DistanceTo(car), isNearerInside == InnerIsLeft, inside.DistanceTo(outside), previous, next, along);
    }

    /// <summary>The waypoints that a car is between, by their indexes.</summary>
    internal (int Previous, int Next) WaypointsAround(TrackPoint car) => centre.Around(centre.Nearest(car).Along);

    /// <summary>The same track driven the other way round.</summary>
    internal Track Reversed() => new(centre.Reversed(), inner, outer);

    /// <summary>The same closed track with its start at another waypoint.</summary>
    internal Track StartingAt(int waypoint) => new(centre.StartingAt(waypoint), inner, outer);

    // On a closed track as the simulator has it; along an open line by the side on which the inner border's middle lies.
    private bool InnerIsLeft
    {
        get
        {
            if (IsClosed) return centre.IsCounterClockwise;
            var middle = centre.Points.Length / 2;
            var (from, to) = (centre.Points[middle - 1], centre.Points[middle]);
            var border = inner.Nearest(to).Point;
            return ((to.X - from.X) * (border.Y - from.Y)) - ((to.Y - from.Y) * (border.X - from.X)) > 0;
        }
    }
}
