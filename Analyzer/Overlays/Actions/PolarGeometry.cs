using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// Where an action lies in the action space's plot: its speed is the distance from the centre, its steering angle, doubled, the
/// angle from straight up; right is right.
/// </summary>
/// <param name="CentreX">Middle of the half disc's base line, pixels.</param>
/// <param name="CentreY">The base line, pixels.</param>
/// <param name="Radius">Radius of the half disc in pixels, which stands for <paramref name="MaxSpeed"/>.</param>
/// <param name="MaxSpeed">The outermost ring, metres a second.</param>
/// <param name="MaxSteering">The outermost steering line, degrees.</param>
public readonly record struct PolarGeometry(double CentreX, double CentreY, double Radius, double MaxSpeed, double MaxSteering)
{
    /// <summary>Places the plot for an action space in a picture. Its top keeps clear of a race clock at the top middle.</summary>
    public static PolarGeometry For(ActionSpace space, Scale scale) => new(
        scale.Pixels(370), scale.Pixels(170), scale.Pixels(138), Math.Ceiling(space.MaxSpeedMetresPerSecond), space.MaxSteeringDegrees);

    /// <summary>Degrees in the plot per degree of steering: 2, or less where the outermost line would leave the half disc.</summary>
    public double AngleFactor => Math.Min(2, 90 / MaxSteering);

    /// <summary>Pixels per metre a second.</summary>
    public double PixelsPerSpeed => Radius / MaxSpeed;

    /// <summary>The point of an action.</summary>
    /// <param name="steeringDegrees">Positive to the left, as in the log.</param>
    /// <param name="speed">Metres a second; drawn no further out than the rim.</param>
    public (double X, double Y) Place(double steeringDegrees, double speed)
    {
        var distance = Math.Clamp(speed, 0, MaxSpeed) * PixelsPerSpeed;
        var angle = Math.Clamp(steeringDegrees, -MaxSteering, MaxSteering) * AngleFactor * Math.PI / 180;
        return (CentreX - (distance * Math.Sin(angle)), CentreY - (distance * Math.Cos(angle)));
    }
}
