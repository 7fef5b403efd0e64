using Analyzer.Drawing;

namespace Analyzer.Overlays.Notes;

/// <summary>Where the car is, where it points and how fast it really is.</summary>
public sealed class CarVariables(Scale scale, Fonts fonts) : IOverlay
{
    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var block = new NoteBlock(canvas, scale.Pixels(10), scale.Pixels(0.33 * Scale.BaseHeight), fonts.Heading);
        block.Line(fonts.Heading, $"Car variables");
        if (moment.Row is { } row)
        {
            block.Line(fonts.Notes, $"All wheels on track: {(row.AllWheelsOnTrack ? "True" : "False")}");
            block.Line(fonts.Notes, $"Position: ({row.X:F1}, {row.Y:F1})");
            block.Line(fonts.Notes, $"Yaw: {row.YawDegrees:F1}");
        }
        else
        {
            block.Line(fonts.Notes, $"All wheels on track: -");
            block.Line(fonts.Notes, $"Position: -");
            block.Line(fonts.Notes, $"Yaw: -");
        }

        if (moment.Hud.SpeedMetresPerSecond is { } speed) block.Line(fonts.Speed, $"Speed: {speed:F2}");
        else block.Line(fonts.Speed, $"Speed: -");
    }
}
