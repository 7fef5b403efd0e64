using Analyzer.Drawing;

namespace Analyzer.Overlays.Actions;

/// <summary>The real speed in the action space's plot: a green half circle whose radius is the speed the HUD shows.</summary>
internal sealed class SpeedArc(PolarGeometry plot, Scale scale) : IOverlay
{
    private readonly double halfStroke = 1.1 * scale.Factor;

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (moment.Hud.SpeedMetresPerSecond is not { } speed || speed <= 0) return;
        var radius = Math.Min(speed, plot.MaxSpeed) * plot.PixelsPerSpeed;
        var top = (int)(plot.CentreY - radius - halfStroke) - 1;
        for (var y = Math.Max(0, top); y <= plot.CentreY; y++) DrawRow(canvas, y, radius);
    }

    private void DrawRow(Canvas canvas, int y, double radius)
    {
        var rise = plot.CentreY - y;
        var outer = HalfWidth(radius + halfStroke + 1, rise);
        var inner = HalfWidth(radius - halfStroke - 1, rise);
        for (var across = (int)inner; across <= outer; across++)
        {
            var distance = Math.Sqrt((across * across) + (rise * rise));
            var opacity = Math.Clamp(halfStroke + 0.5 - Math.Abs(distance - radius), 0, 1);
            canvas.Mix((int)plot.CentreX + across, y, Theme.SpeedGreen, opacity);
            if (across > 0) canvas.Mix((int)plot.CentreX - across, y, Theme.SpeedGreen, opacity);
        }
    }

    private static double HalfWidth(double radius, double rise) => radius > rise ? Math.Sqrt((radius * radius) - (rise * rise)) : 0;
}
