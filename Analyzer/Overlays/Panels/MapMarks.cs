using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>What the track map marks; told apart by shape as well as by colour.</summary>
public enum MapMark
{
    /// <summary>A cross: the car left the track.</summary>
    OffTrack,

    /// <summary>A diamond: it hit something.</summary>
    Crash,

    /// <summary>A triangle: it was put back for another reason, standing still or driving the wrong way.</summary>
    Reset,
}

/// <summary>The marks' shapes, names and places.</summary>
public static class MapMarks
{
    private static readonly Colour Rim = new(15, 17, 20);

    /// <summary>The name in the legend.</summary>
    public static string Name(MapMark mark) => mark switch
    {
        MapMark.OffTrack => "off-track",
        MapMark.Crash => "crash",
        _ => "reset",
    };

    /// <summary>Its colour.</summary>
    public static Colour ColourOf(MapMark mark) => mark switch
    {
        MapMark.OffTrack => new Colour(255, 110, 90),
        MapMark.Crash => new Colour(255, 70, 200),
        _ => new Colour(120, 200, 255),
    };

    /// <summary>The mark that a row begins; null for none.</summary>
    public static MapMark? At(SimTrace trace, int row) => trace.Rows[row].Status switch
    {
        _ when !trace.BeginsMishap(row) => null,
        EpisodeStatus.OffTrack => MapMark.OffTrack,
        EpisodeStatus.Crashed => MapMark.Crash,
        _ => MapMark.Reset,
    };

    /// <summary>Draws a mark around a point of an enlarged picture.</summary>
    /// <param name="large">BGRA.</param>
    /// <param name="mark">Which.</param>
    /// <param name="at">Its middle.</param>
    /// <param name="radius">Half its size.</param>
    /// <param name="opacity">0 to 1.</param>
    public static void Draw(Mat large, MapMark mark, Point at, int radius, double opacity)
    {
        var (colour, rim) = (ColourOf(mark).ToBgra(), Rim.ToBgra());
        (colour.Val3, rim.Val3) = (255 * opacity, 255 * opacity);
        var stroke = Math.Max(1, radius * 2 / 5);
        if (mark == MapMark.OffTrack)
        {
            foreach (var (ink, width) in new[] { (rim, stroke * 2), (colour, stroke) })
            {
                Cv2.Line(large, at.X - radius, at.Y - radius, at.X + radius, at.Y + radius, ink, width);
                Cv2.Line(large, at.X - radius, at.Y + radius, at.X + radius, at.Y - radius, ink, width);
            }

            return;
        }

        Point[] corners = mark == MapMark.Crash
            ? [at + new Point(0, -radius), at + new Point(radius, 0), at + new Point(0, radius), at + new Point(-radius, 0)]
            : [at + new Point(0, -radius), at + new Point(radius, radius), at + new Point(-radius, radius)];
        Cv2.FillConvexPoly(large, corners, colour);
        Cv2.Polylines(large, [corners], isClosed: true, rim, Math.Max(1, stroke / 2));
    }
}
