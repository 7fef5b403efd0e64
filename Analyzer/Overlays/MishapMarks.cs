using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>A mishap (off-track, crash, other reset) as track map and progress bar mark it: by shape as well as by colour.</summary>
internal enum Mishap
{
    /// <summary>A cross: the car left the track.</summary>
    OffTrack,

    /// <summary>A diamond: it hit something.</summary>
    Crash,

    /// <summary>A triangle: it was put back for another reason, standing still or driving the wrong way.</summary>
    Reset,
}

/// <summary>The marks' shapes, names and places.</summary>
internal static class MishapMarks
{
    private static readonly Colour Rim = new(15, 17, 20);

    /// <summary>The name in the legend.</summary>
    public static string Name(Mishap mark) => mark switch
    {
        Mishap.OffTrack => "off-track",
        Mishap.Crash => "crash",
        _ => "reset",
    };

    /// <summary>Its colour.</summary>
    public static Colour ColourOf(Mishap mark) => mark switch
    {
        Mishap.OffTrack => new Colour(255, 104, 76),
        Mishap.Crash => new Colour(255, 224, 70),
        _ => new Colour(110, 200, 255),
    };

    /// <summary>The name on a badge, for a row of the log.</summary>
    public static string BadgeOf(EpisodeStatus status) => status switch
    {
        EpisodeStatus.OffTrack => "OFF-TRACK",
        EpisodeStatus.Crashed => "CRASHED",
        EpisodeStatus.Immobilized => "IMMOBILIZED",
        _ => "REVERSED",
    };

    /// <summary>The mark that a row begins; null for none.</summary>
    public static Mishap? At(SimTrace trace, int row) => trace.Rows[row].Status switch
    {
        _ when !trace.BeginsMishap(row) => null,
        EpisodeStatus.OffTrack => Mishap.OffTrack,
        EpisodeStatus.Crashed => Mishap.Crash,
        _ => Mishap.Reset,
    };

    /// <summary>Draws a mark around a point of an oversampled picture.</summary>
    /// <param name="large">BGRA.</param>
    /// <param name="mark">Which.</param>
    /// <param name="at">Its middle.</param>
    /// <param name="radius">Half its size.</param>
    /// <param name="opacity">0 to 1.</param>
    public static void Draw(Mat large, Mishap mark, Point at, int radius, double opacity)
    {
        var (colour, rim) = (ColourOf(mark).ToBgra(), Rim.ToBgra());
        (colour.Val3, rim.Val3) = (255 * opacity, 255 * opacity);
        var stroke = Math.Max(1, radius * 2 / 5);
        if (mark == Mishap.OffTrack)
        {
            foreach (var (ink, width) in new[] { (rim, stroke * 2), (colour, stroke) })
            {
                Cv2.Line(large, at.X - radius, at.Y - radius, at.X + radius, at.Y + radius, ink, width);
                Cv2.Line(large, at.X - radius, at.Y + radius, at.X + radius, at.Y - radius, ink, width);
            }

            return;
        }

        Point[] corners = mark == Mishap.Crash
            ? [at + new Point(0, -radius), at + new Point(radius, 0), at + new Point(0, radius), at + new Point(-radius, 0)]
            : [at + new Point(0, -radius), at + new Point(radius, radius), at + new Point(-radius, radius)];
        Cv2.FillConvexPoly(large, corners, colour);
        Cv2.Polylines(large, [corners], isClosed: true, rim, Math.Max(1, stroke / 2));
    }
}
