using Analyzer.Drawing;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Notes;

/// <summary>What the simulator says of the lap, above the HUD's small track map.</summary>
internal sealed class LapVariables : IOverlay
{
    private const double Gap = 4;
    private const double Right = Scale.BaseWidth - 6;

    /// <summary>How high the card may begin, at the base scale: beneath the action space.</summary>
    private const double Highest = 212;

    private readonly NoteCard card;

    /// <summary>Finds its place.</summary>
    /// <param name="smallMap">The HUD's small track map, pixels of the 640x480 picture.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    public LapVariables(Rect smallMap, Scale scale, Fonts fonts)
    {
        string[] names = ["State", "Progress", "Step", "Waypoint"];
        var top = smallMap.Top - Gap - NoteCard.HeightOf(names.Length);
        var place = top >= Highest
            ? new Point2d(Right - NoteCard.Width, top)
            : new Point2d(Math.Min(Right, smallMap.Left - Gap) - NoteCard.Width, Highest);
        card = new NoteCard(place, scale, fonts, names);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        NoteText heading = $"LAP {moment.Lap.Number}";
        card.Draw(canvas, heading.Text);
        if (moment.Row is not { } row)
        {
            for (var line = 0; line < 4; line++) card.Value(canvas, line, "–");
            return;
        }

        if (row.Status == EpisodeStatus.Pause) card.Value(canvas, 0, $"pause {row.PauseSecondsLeft:F1} s");
        else card.Value(canvas, 0, Word(row));
        card.Value(canvas, 1, $"{row.ProgressPercent:F1} %");
        card.Value(canvas, 2, $"{row.Steps}");
        card.Value(canvas, 3, $"{row.ClosestWaypoint}");
    }

    private static string Word(SimTraceRow row) => row.Status switch
    {
        EpisodeStatus.InProgress => "in progress",
        EpisodeStatus.OffTrack => "off-track",
        EpisodeStatus.LapComplete => "lap complete",
        EpisodeStatus.TimeUp => "time up",
        _ => row.StatusText,
    };
}
