using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Notes;

/// <summary>What the simulator says of the lap, above the HUD's small track map.</summary>
public sealed class LapVariables(Scale scale, Fonts fonts) : IOverlay
{
    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var block = new NoteBlock(canvas, scale.Pixels(468), scale.Pixels(250), fonts.Heading);
        block.Line(fonts.Heading, $"Lap variables");
        if (moment.Row is not { } row)
        {
            block.Line(fonts.Notes, $"State: -");
            block.Line(fonts.Notes, $"Lap progress: -");
            block.Line(fonts.Notes, $"Steps: -");
            block.Line(fonts.Notes, $"Closest waypoint: -");
            return;
        }

        if (row.Status == EpisodeStatus.Pause) block.Line(fonts.Notes, $"State: {row.StatusText} ({row.PauseSecondsLeft:F1}s)");
        else block.Line(fonts.Notes, $"State: {row.StatusText}");
        block.Line(fonts.Notes, $"Lap progress: {row.ProgressPercent:F1}%");
        block.Line(fonts.Notes, $"Steps: {row.Steps}");
        block.Line(fonts.Notes, $"Closest waypoint: {row.ClosestWaypoint}");
    }
}
