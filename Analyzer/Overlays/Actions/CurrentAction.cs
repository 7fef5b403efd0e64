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
    private const double Left = 238;
    private const double Gap = 8;
    private const double GapAbove = 8;
    private const double SpeedRight = 302;
    private const double AngleRight = 358;
    private const double RealRight = 438;
    private const double PauseLeft = 448;

    private readonly PolarGeometry plot;
    private readonly TextRenderer asked;
    private readonly TextRenderer name;
    private readonly TextRenderer real;
    private readonly TextRenderer waits;
    private readonly Sprite dot;
    private readonly Sprite hollow;
    private readonly double baseline;
    private readonly double speedRight;
    private readonly double angleRight;
    private readonly double realRight;
    private readonly double pauseLeft;

    /// <summary>Prepares the dot, and the places of the line: letters that don't get smaller with the picture need more room.</summary>
    public CurrentAction(PolarGeometry plot, Scale scale, Fonts fonts)
    {
        this.plot = plot;
        (asked, name) = (fonts.Normal(Theme.ActionOrange), fonts.Normal(Theme.Name));
        (real, waits) = (fonts.Normal(Theme.SpeedGreen), fonts.Normal(Theme.WaitAmber));
        var gap = scale.Pixels(Gap);
        var rings = plot.CentreY + fonts.Small(Theme.Name).CapHeight;
        baseline = Math.Max(scale.Pixels(Baseline), rings + scale.Pixels(GapAbove) + asked.CapHeight);
        speedRight = Math.Max(scale.Pixels(SpeedRight), scale.Pixels(Left) + asked.Width("00.0 m/s"));
        angleRight = Math.Max(scale.Pixels(AngleRight), speedRight + gap + asked.Width("−00.0°"));
        realRight = Math.Max(scale.Pixels(RealRight), angleRight + gap + real.Width("real 00.00"));
        pauseLeft = Math.Max(scale.Pixels(PauseLeft), realRight + gap);
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
        if (moment.Hud.SpeedMetresPerSecond is { } speed)
        {
            real.DrawRight(canvas, $"{speed:F2}", realRight, baseline);
            name.DrawRight(canvas, "real ", realRight - real.Width("00.00"), baseline);
        }

        if (moment.Row is not { } row) return;
        var isWaiting = row.Status is EpisodeStatus.Pause or EpisodeStatus.Park or EpisodeStatus.Prepare;
        var (x, y) = plot.Place(row.SteeringDegrees, row.ThrottleMetresPerSecond);
        var sign = isWaiting ? hollow : dot;
        sign.Draw(canvas, (int)Math.Round(x - (sign.Width / 2.0)), (int)Math.Round(y - (sign.Height / 2.0)));
        asked.DrawRight(canvas, $"{row.ThrottleMetresPerSecond:F1} m/s", speedRight, baseline);
        asked.DrawRight(canvas, $"{-row.SteeringDegrees:F1}°", angleRight, baseline);
        if (isWaiting) waits.Draw(canvas, row.Status == EpisodeStatus.Pause ? "pause" : "waits", pauseLeft, baseline);
    }
}
