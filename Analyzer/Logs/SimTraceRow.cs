namespace Analyzer.Logs;

/// <summary>
/// One step of the simulation: a data row of the sim-trace. Numbers are the log's, which may be NaN or infinite where its text
/// is; time and displacement speed are always finite.
/// </summary>
internal sealed record SimTraceRow
{
    /// <summary>Place among the data rows, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The lap (trial) as the log counts it, from 0.</summary>
    public required int Episode { get; init; }

    /// <summary>The step as the log counts it, from 1; goes on counting through the laps of a continuous race.</summary>
    public required int Steps { get; init; }

    /// <summary>Position of the car's front, metres east of the track's origin.</summary>
    public required double X { get; init; }

    /// <summary>Position of the car's front, metres north of the track's origin.</summary>
    public required double Y { get; init; }

    /// <summary>Heading in degrees, -180 to 180, counter-clockwise from the x axis.</summary>
    public required double YawDegrees { get; init; }

    /// <summary>Commanded steering angle in degrees, positive to the <em>left</em>.</summary>
    public required double SteeringDegrees { get; init; }

    /// <summary>Commanded speed (the action), metres a second: not the real speed.</summary>
    public required double ThrottleMetresPerSecond { get; init; }

    /// <summary>Index into the action space; null for a continuous action space.</summary>
    public required int? Action { get; init; }

    /// <summary>What the simulator's <em>default</em> reward function gave in an evaluation, not the user's.</summary>
    public required double Reward { get; init; }

    /// <summary>True in the last row of an episode.</summary>
    public required bool Done { get; init; }

    /// <summary>True while no wheel has left the track.</summary>
    public required bool AllWheelsOnTrack { get; init; }

    /// <summary>Share of the lap driven, percent; up to 100, may be negative.</summary>
    public required double ProgressPercent { get; init; }

    /// <summary>Index of the waypoint nearest to the car.</summary>
    public required int ClosestWaypoint { get; init; }

    /// <summary>Length of the track's centre line, metres.</summary>
    public required double TrackLengthMetres { get; init; }

    /// <summary>Simulated time in milliseconds: the log's <c>tstamp</c>, which has three decimals of a second.</summary>
    public required long TimestampMilliseconds { get; init; }

    /// <summary>What the car is doing.</summary>
    public required EpisodeStatus Status { get; init; }

    /// <summary>The log's own word for <see cref="Status"/>.</summary>
    public required string StatusText { get; init; }

    /// <summary>Seconds of the penalty pause still to wait, 0 while driving.</summary>
    public required double PauseSecondsLeft { get; init; }

    /// <summary>The log's own <c>speed</c> column, metres a second; null where the log has none or the cell is empty.</summary>
    public double? LoggedSpeedMetresPerSecond { get; init; }

    /// <summary>Speed from the way since the row before and the time it took, metres a second; 0 in the first row of the run.</summary>
    public required double DisplacementSpeedMetresPerSecond { get; init; }

    /// <summary>Speed from the way since a row and the time it took, metres a second; 0 where that is no finite number.</summary>
    /// <param name="before">The row.</param>
    /// <param name="x">Metres east.</param>
    /// <param name="y">Metres north.</param>
    /// <param name="milliseconds">Simulated time.</param>
    public static double DisplacementSpeed(SimTraceRow before, double x, double y, long milliseconds)
    {
        var seconds = (milliseconds - before.TimestampMilliseconds) / 1000.0;
        var (dx, dy) = (x - before.X, y - before.Y);
        var speed = Math.Sqrt(dx * dx + dy * dy) / seconds;
        return seconds > 0 && double.IsFinite(speed) ? speed : 0;
    }
}
