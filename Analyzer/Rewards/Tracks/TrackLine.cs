using System.Collections.Immutable;

namespace Analyzer.Rewards.Tracks;

/// <summary>A closed line of the track: its first point is its last.</summary>
internal sealed class TrackLine
{
    private readonly double[] lengths;

    public TrackLine(ImmutableArray<TrackPoint> points)
    {
        Points = points;
        lengths = new double[points.Length];
        for (var i = 1; i < points.Length; i++) lengths[i] = lengths[i - 1] + points[i].DistanceTo(points[i - 1]);
    }

    public ImmutableArray<TrackPoint> Points { get; }

    /// <summary>Metres from the start to the start.</summary>
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

    public TrackLine Reversed() => new([.. Points.Reverse()]);

    /// <summary>The same line from another of its points.</summary>
    public TrackLine StartingAt(int index) => new([.. Points[index..^1], .. Points[..(index + 1)]]);

    /// <summary>Index of the point of the line that is nearest to a point; the closing one counts as the first.</summary>
    public int NearestPoint(TrackPoint point) => Enumerable.Range(0, Points.Length - 1).MinBy(index => Points[index].DistanceTo(point));

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

    /// <summary>The points before and after a place on the line; after the last comes the first, which is the same place.</summary>
    /// <param name="along">Metres along the line.</param>
    public (int Previous, int Next) Around(double along)
    {
        var next = Array.BinarySearch(lengths, along);
        next = next < 0 ? ~next : next + 1;
        while (next < lengths.Length && lengths[next] <= along) next++;
        return (next - 1, next == lengths.Length ? 0 : next);
    }
}
