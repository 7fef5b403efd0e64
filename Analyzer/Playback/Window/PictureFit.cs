using OpenCvSharp;

namespace Analyzer.Playback.Window;

/// <summary>Letterboxing: a picture in the middle of a window, as large as it fits with its proportions kept.</summary>
internal static class PictureFit
{
    /// <summary>The picture's pixel at a place of the window; outside the picture where the place is.</summary>
    /// <param name="place">Pixels of the window's inside; may be outside.</param>
    /// <param name="window">The window's inside.</param>
    /// <param name="picture">The picture's own size.</param>
    public static Point ToPicture(Point place, Size window, Size picture)
    {
        var scale = Math.Min((double)window.Width / picture.Width, (double)window.Height / picture.Height);
        return new Point(
            (int)Math.Floor((place.X - ((window.Width - (picture.Width * scale)) / 2)) / scale),
            (int)Math.Floor((place.Y - ((window.Height - (picture.Height * scale)) / 2)) / scale));
    }
}
