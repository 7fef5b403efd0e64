using System.Collections.Immutable;

namespace Analyzer.Rewards.Tracks;

/// <summary>A line of the track, or a racing line on it: closed where its first point is its last, else open.</summary>
internal sealed class TrackLine
{
    private const double ClosedWithinMetres = 1e-6;

    private readonly double[] lengths;

    /// <summary>Takes its points, at least two.</summary>
    public TrackLine(ImmutableArray<TrackPoint> points)
    {
        Points = points;
        IsClosed = points[0].DistanceTo(points[^1]) <= ClosedWithinMetres;
        lengths = new double[points.Length];
        for (var i = 1; i < points.Length; i++) lengths[i] = lengths[i - 1] + points[i].DistanceTo(points[i - 1]);
    }

    /// <summary>Its points, of a closed line the closing one too.</summary>
    public ImmutableArray<TrackPoint> Points { get; }

    /// <summary>Whether it ends where it starts.</summary>
    public bool IsClosed { get; }

    /// <summary>Whether no more is missing to its start than lies between two of its points.</summary>
    public bool IsNearlyClosed
    {
        get
        {
            var longest = Enumerable.Range(1, Points.Length - 1).Max(i => lengths[i] - lengths[i - 1]);
            return Points[0].DistanceTo(Points[^1]) <= longest;
        }
    }

    /// <summary>Metres from its first point to its last.</summary>
    public double Length => lengths[^1];

    /// <summary>Whether the line goes round counter-clockwise.</summary>
    public bool IsCounterClockwise => Area(Points) > 0;

    /// <summary>The area within a line that closes itself, square metres; negative where it goes round clockwise.</summary>
    public static double Area(IReadOnlyList<TrackPoint> points)
    {
        var area = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var (point, next) = (points[i], points[(i + 1) % points.Count]);
            area += ((point.X * next.Y) - (next.X * point.Y)) / 2;
        }

        return area;
    }

    /// <summary>The same line with another point after the last: its first.</summary>
    public TrackLine Closed() => IsClosed ? this : new([.. Points, Points[0]]);

    /// <summary>The same line the other way round.</summary>
    public TrackLine Reversed() => new([.. Points.Reverse()]);

    /// <summary>The same closed line from another of its points.</summary>
    public TrackLine StartingAt(int index) => new([.. Points[index..^1], .. Points[..(index + 1)]]);

    /// <summary>The line's point nearest to a point, the first of them where several are, and the metres along the line to it.</summary>
    public (TrackPoint Point, double Along) Nearest(TrackPoint point)
    {
        var (nearest, along, least) = (Points[0], 0.0, double.PositiveInfinity);
        for (var i = 1; i < Points.Length; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var square = (dx * dx) + (dy * dy);
            if (square == 0) continue;
            var share = Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / square, 0, 1);
            var candidate = new TrackPoint(from.X + (share * dx), from.Y + (share * dy));
            var (aside, beyond) = (candidate.X - point.X, candidate.Y - point.Y);
            var distanceSquared = (aside * aside) + (beyond * beyond);
            if (distanceSquared >= least) continue;
            (nearest, along, least) = (candidate, lengths[i - 1] + (share * (lengths[i] - lengths[i - 1])), distanceSquared);
        }

        return (nearest, along);
    }

    /// <summary>Metres from a point to the line.</summary>
    public double DistanceTo(TrackPoint point) => Nearest(point).Point.DistanceTo(point);

    /// <summary>
    /// The points before and after a place on the line. After a closed line's last point comes the first, which is the same place; at an
    /// open line's end it is the last two.
    /// </summary>
    /// <param name="along">Metres along the line.</param>
    public (int Previous, int Next) Around(double along)
    {
        var next = Array.BinarySearch(lengths, along);
        next = next < 0 ? ~next : next + 1;
        while (next < lengths.Length && lengths[next] <= along) next++;
        if (next < lengths.Length) return (next - 1, next);
        return IsClosed ? (next - 1, 0) : (next - 2, next - 1);
    }
}
