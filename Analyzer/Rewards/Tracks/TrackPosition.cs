namespace Analyzer.Rewards.Tracks;

/// <summary>Where a car is on the track, as the simulator tells a reward function.</summary>
/// <param name="DistanceFromCentreMetres">From the centre line, never negative.</param>
/// <param name="IsLeftOfCentre">Whether the car is nearer to the left border, in the direction of driving.</param>
/// <param name="TrackWidthMetres">From border to border, at the nearest point of the centre line.</param>
/// <param name="PreviousWaypoint">Index of the waypoint behind.</param>
/// <param name="NextWaypoint">Index of the waypoint ahead.</param>
/// <param name="ProjectionMetres">Along the centre line from its start to the point nearest to the car.</param>
internal readonly record struct TrackPosition(
    double DistanceFromCentreMetres,
    bool IsLeftOfCentre,
    double TrackWidthMetres,
    int PreviousWaypoint,
    int NextWaypoint,
    double ProjectionMetres);
