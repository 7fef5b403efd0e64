using Analyzer.Drawing;

namespace Analyzer.Overlays.Actions;

/// <summary>The action chosen now: an orange dot in the plot, and its speed and steering angle under it (right is positive).</summary>
public sealed class CurrentAction : IOverlay
{
    private const double DotRadius = 5;

    private readonly PolarGeometry plot;
    private readonly Fonts fonts;
    private readonly Scale scale;
    private readonly Sprite dot;

    /// <summary>Prepares the dot.</summary>
    public CurrentAction(PolarGeometry plot, Scale scale, Fonts fonts)
    {
        (this.plot, this.fonts, this.scale) = (plot, fonts, scale);
        dot = Shapes.Dot(DotRadius * scale.Factor, 1.6 * scale.Factor, Colour.ActionOrange, Colour.Black);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (moment.Row is not { } row) return;
        var (x, y) = plot.Place(row.SteeringDegrees, row.ThrottleMetresPerSecond);
        dot.Draw(canvas, (int)Math.Round(x - (dot.Width / 2.0)), (int)Math.Round(y - (dot.Height / 2.0)));
        Label(canvas, $"( {row.ThrottleMetresPerSecond:F1}m/s, {-row.SteeringDegrees:F1} )", x, y);
    }

    private void Label(Canvas canvas, NoteText text, double x, double y) =>
        fonts.Action.DrawCentred(canvas, text.Text, x, y + scale.Pixels(DotRadius + 4) + fonts.Action.CapHeight);
}
