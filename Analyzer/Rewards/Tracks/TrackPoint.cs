namespace Analyzer.Rewards.Tracks;

/// <summary>A point in the track's plane, metres.</summary>
/// <param name="X">East.</param>
/// <param name="Y">North.</param>
internal readonly record struct TrackPoint(double X, double Y)
{
    /// <summary>Metres to another point.</summary>
    public double DistanceTo(TrackPoint other) => double.Hypot(X - other.X, Y - other.Y);
}
