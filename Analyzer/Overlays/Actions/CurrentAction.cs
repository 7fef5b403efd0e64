using Analyzer.Drawing;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// The action chosen now: an orange dot in the plot, hollow in a pause, and in one line under it what was asked for, speed and steering
/// angle (right is positive), beside the real speed.
/// </summary>
internal sealed class CurrentAction : IOverlay
{
    private const double DotRadius = 5.2;
    private const double Baseline = 197;
    private const double SpeedRight = 302;
    private const double AngleRight = 358;
    private const double RealRight = 438;
    private const double PauseLeft = 448;

    private readonly PolarGeometry plot;
    private readonly Scale scale;
    private readonly TextRenderer asked;
    private readonly TextRenderer name;
    private readonly TextRenderer real;
    private readonly TextRenderer waits;
    private readonly Sprite dot;
    private readonly Sprite hollow;

    /// <summary>Prepares the dot.</summary>
    public CurrentAction(PolarGeometry plot, Scale scale, Fonts fonts)
    {
        (this.plot, this.scale) = (plot, scale);
        (asked, name) = (fonts.Normal(Theme.ActionOrange), fonts.Normal(Theme.Name));
        (real, waits) = (fonts.Normal(Theme.SpeedGreen), fonts.Normal(Theme.WaitAmber));
        dot = Shapes.Dot(DotRadius * scale.Factor, 1.6 * scale.Factor, Theme.ActionOrange, Colour.Black);
        var size = dot.Width;
        hollow = Shapes.Draw(size, size, (canvas, factor) =>
        {
            var middle = new Point(canvas.Width / 2, canvas.Height / 2);
            var radius = (int)(0.75 * DotRadius * scale.Factor * factor);
            Cv2.Circle(canvas, middle, radius, Colour.Black.ToBgra(), (int)(3.2 * scale.Factor * factor));
            Cv2.Circle(canvas, middle, radius, Theme.ActionOrange.ToBgra(), (int)(1.6 * scale.Factor * factor));
        });
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var baseline = scale.Pixels(Baseline);
        if (moment.Hud.SpeedMetresPerSecond is { } speed)
        {
            var right = scale.Pixels(RealRight);
            real.DrawRight(canvas, $"{speed:F2}", right, baseline);
            name.DrawRight(canvas, "real ", right - real.Width("00.00"), baseline);
        }

        if (moment.Row is not { } row) return;
        var isWaiting = row.Status is EpisodeStatus.Pause or EpisodeStatus.Park or EpisodeStatus.Prepare;
        var (x, y) = plot.Place(row.SteeringDegrees, row.ThrottleMetresPerSecond);
        var sign = isWaiting ? hollow : dot;
        sign.Draw(canvas, (int)Math.Round(x - (sign.Width / 2.0)), (int)Math.Round(y - (sign.Height / 2.0)));
        asked.DrawRight(canvas, $"{row.ThrottleMetresPerSecond:F1} m/s", scale.Pixels(SpeedRight), baseline);
        asked.DrawRight(canvas, $"{-row.SteeringDegrees:F1}°", scale.Pixels(AngleRight), baseline);
        if (isWaiting) waits.Draw(canvas, row.Status == EpisodeStatus.Pause ? "pause" : "waits", scale.Pixels(PauseLeft), baseline);
    }
}
