using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// The polar coordinates of the action space's plot: an action's speed is its distance from the centre, its steering angle, doubled, the
/// angle from straight up; right is right.
/// </summary>
/// <param name="CentreX">Middle of the half disc's base line, pixels.</param>
/// <param name="CentreY">The base line, pixels.</param>
/// <param name="Radius">Radius of the half disc in pixels, which stands for <paramref name="MaxSpeed"/>.</param>
/// <param name="MaxSpeed">The rim, metres a second: the model's largest speed, up to the next 0.5.</param>
/// <param name="MaxSteering">The outermost steering, degrees.</param>
internal readonly record struct PolarGeometry(double CentreX, double CentreY, double Radius, double MaxSpeed, double MaxSteering)
{
    private const double SpeedStep = 0.5;
    private const int MaxRings = 5;

    private static readonly double[] RingSteps = [0.5, 1, 2, 3, 5, 10];
    private static readonly double[] LineSteps = [15, 10, 5, 30];

    /// <summary>Places the plot for an action space in a picture. Its card keeps clear of a race clock at the top middle.</summary>
    public static PolarGeometry For(ActionSpace space, Scale scale) => new(
        scale.Pixels(378), scale.Pixels(169), scale.Pixels(118),
        Math.Ceiling(Math.Max(space.MaxSpeedMetresPerSecond, SpeedStep) / SpeedStep) * SpeedStep, space.MaxSteeringDegrees);

    /// <summary>Degrees in the plot per degree of steering: 2, or less where the outermost line would leave the half disc.</summary>
    public double AngleFactor => Math.Min(2, 90 / MaxSteering);

    /// <summary>Pixels per metre a second.</summary>
    public double PixelsPerSpeed => Radius / MaxSpeed;

    /// <summary>From ring to ring, metres a second: the least that makes at most five of them.</summary>
    public double RingStep => StepOf(RingSteps, MaxSpeed / MaxRings);

    /// <summary>
    /// From steering line to steering line, degrees: 15 as most models have it, or what makes two to four to either side.
    /// </summary>
    public double LineStep
    {
        get
        {
            foreach (var step in LineSteps)
                if (MaxSteering / step is >= 2 and <= 4) return step;

            return MaxSteering / 2;
        }
    }

    /// <summary>The point of an action.</summary>
    /// <param name="steeringDegrees">Positive to the left, as in the log.</param>
    /// <param name="speed">Metres a second; drawn no further out than the rim.</param>
    public (double X, double Y) Place(double steeringDegrees, double speed) =>
        At(Math.Clamp(steeringDegrees, -MaxSteering, MaxSteering), Math.Clamp(speed, 0, MaxSpeed) * PixelsPerSpeed);

    /// <summary>The point at a distance from the centre, pixels, in the direction of a steering angle.</summary>
    public (double X, double Y) At(double steeringDegrees, double distance)
    {
        var angle = steeringDegrees * AngleFactor * Math.PI / 180;
        return (CentreX - (distance * Math.Sin(angle)), CentreY - (distance * Math.Cos(angle)));
    }

    private static double StepOf(double[] steps, double least)
    {
        foreach (var step in steps)
            if (step >= least) return step;

        return Math.Ceiling(least / steps[^1]) * steps[^1];
    }
}
