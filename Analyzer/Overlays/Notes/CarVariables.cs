using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Notes;

/// <summary>Whether the car is on the track, where it is, where it points and how fast it really is.</summary>
internal sealed class CarVariables(Scale scale, Fonts fonts) : IOverlay
{
    private const double Top = 0.32 * Scale.BaseHeight;

    private readonly NoteCard card = new(new Point2d(6, Top), scale, fonts, "On track", "Position", "Heading", "Speed");
    private readonly TextRenderer speed = fonts.Normal(Theme.SpeedGreen);
    private readonly TextRenderer alert = fonts.Normal(Theme.AlertRed);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        card.Draw(canvas, "CAR");
        if (moment.Row is { } row)
        {
            if (row.AllWheelsOnTrack) card.Value(canvas, 0, "yes");
            else card.Value(canvas, 0, "no", alert);
            card.Value(canvas, 1, $"{row.X:F1}  {row.Y:F1} m");
            card.Value(canvas, 2, $"{row.YawDegrees:F1}°");
        }
        else
        {
            for (var line = 0; line < 3; line++) card.Value(canvas, line, "–");
        }

        if (moment.Hud.SpeedMetresPerSecond is { } known) card.Value(canvas, 3, $"{known:F2} m/s", speed);
        else card.Value(canvas, 3, "–", speed);
    }
}
