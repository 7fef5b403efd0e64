using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Tracks;

/// <summary>A made-up closed track, another for each seed: a circle that swings in and out, as a track's file has it.</summary>
public sealed class MadeUpTrack
{
    private const double HalfWidth = 0.4;

    private readonly Random random;
    private readonly Func<double, (double X, double Y)> at;

    public MadeUpTrack(int seed)
    {
        random = new Random(seed);
        var (radius, phase) = (random.NextDouble(4, 9), random.NextDouble(0, 6));
        var (third, fifth) = (random.NextDouble(0.05, 0.2), random.NextDouble(0.02, 0.08));
        at = angle =>
        {
            var r = radius * (1 + (third * Math.Cos((3 * angle) + phase)) + (fifth * Math.Cos((5 * angle) - phase)));
            return (r * Math.Cos(angle), r * Math.Sin(angle));
        };
        Count = random.Next(100, 220);
        Lines = [.. Enumerable.Range(0, Count + 1).Select(i => LineAt(i % Count, 0))];
    }

    /// <summary>Waypoints, the closing one not counted.</summary>
    public int Count { get; }

    /// <summary>The file's lines: centre, inner and outer border.</summary>
    public double[][] Lines { get; }

    public double LengthMetres => Lines.Zip(Lines[1..]).Sum(pair => Distance(pair.First, pair.Second[0], pair.Second[1]));

    /// <summary>The lines of the same track with its waypoints elsewhere on the way.</summary>
    /// <param name="count">How many waypoints.</param>
    /// <param name="shift">By how much of a waypoint's distance they are shifted.</param>
    public double[][] Resampled(int count, double shift) =>
        [.. Enumerable.Range(0, count + 1).Select(i => LineAt(i % count * (double)Count / count, shift))];

    /// <summary>A log of a lap and a half on it that names the waypoints as the simulator does.</summary>
    internal SimTrace Drive()
    {
        const int Rows = 300;
        var length = LengthMetres;
        return Some.Trace(Enumerable.Range(0, Rows).Select(row =>
        {
            var place = row * 1.5 * Count / Rows;
            var centre = LineAt(place, 0);
            var aside = random.NextDouble(-0.9, 0.9);
            var (x, y) = (
                centre[0] + (aside * (centre[4] - centre[2]) / 2), centre[1] + (aside * (centre[5] - centre[3]) / 2));
            return Some.Row(steps: row + 1, timestampMilliseconds: row * 67, x: x, y: y, closestWaypoint: NearerOfTwo(x, y))
                with
            { TrackLengthMetres = length };
        }));
    }

    private int NearerOfTwo(double x, double y)
    {
        var before = Enumerable.Range(0, Count).MinBy(i => DistanceToStretch(Lines[i], Lines[i + 1], x, y));
        return Distance(Lines[before], x, y) < Distance(Lines[before + 1], x, y) ? before : before + 1;
    }

    private double[] LineAt(double place, double shift)
    {
        var angle = (place + shift) * 2 * Math.PI / Count;
        var (here, ahead) = (at(angle), at(angle + 1e-4));
        var (dx, dy) = (ahead.X - here.X, ahead.Y - here.Y);
        var (left, up) = (-dy / double.Hypot(dx, dy) * HalfWidth, dx / double.Hypot(dx, dy) * HalfWidth);
        return [here.X, here.Y, here.X + left, here.Y + up, here.X - left, here.Y - up];
    }

    private static double Distance(double[] line, double x, double y) => double.Hypot(line[0] - x, line[1] - y);

    private static double DistanceToStretch(double[] from, double[] to, double x, double y)
    {
        var (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        var share = Math.Clamp((((x - from[0]) * dx) + ((y - from[1]) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return double.Hypot(from[0] + (share * dx) - x, from[1] + (share * dy) - y);
    }
}

/// <summary>Random numbers in a range.</summary>
public static class RandomRange
{
    public static double NextDouble(this Random random, double low, double high) => low + (random.NextDouble() * (high - low));
}
