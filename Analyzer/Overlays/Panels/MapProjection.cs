using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>Projects the track's plane, metres, to pixels: north up, proportions kept, in the middle of its area.</summary>
/// <param name="CentreX">Metres east, in the middle of the area.</param>
/// <param name="CentreY">Metres north, in the middle of the area.</param>
/// <param name="PixelsPerMetre">Size of a metre.</param>
/// <param name="Area">Where the map is, pixels.</param>
internal readonly record struct MapProjection(double CentreX, double CentreY, double PixelsPerMetre, Rect Area)
{
    private const double MinMetres = 1;

    /// <summary>The largest map of some points inside an area.</summary>
    /// <param name="points">Metres; those that are no numbers are left out.</param>
    /// <param name="area">Pixels.</param>
    /// <param name="margin">Pixels kept free on each side.</param>
    public static MapProjection Fit(IEnumerable<(double X, double Y)> points, Rect area, double margin)
    {
        var (east, north) = (ValueRange.Nothing, ValueRange.Nothing);
        foreach (var (x, y) in points)
            if (double.IsFinite(x + y)) (east, north) = (east.With(x), north.With(y));

        if (east.Low > east.High) (east, north) = (new ValueRange(0, 0), new ValueRange(0, 0));
        var across = (area.Width - (2 * margin)) / Math.Max(MinMetres, east.High - east.Low);
        var up = (area.Height - (2 * margin)) / Math.Max(MinMetres, north.High - north.Low);
        return new MapProjection((east.Low + east.High) / 2, (north.Low + north.High) / 2, Math.Min(across, up), area);
    }

    /// <summary>A place in pixels.</summary>
    public (double X, double Y) Place(double x, double y) => (
        Area.X + (Area.Width / 2.0) + ((x - CentreX) * PixelsPerMetre), Area.Y + (Area.Height / 2.0) - ((y - CentreY) * PixelsPerMetre));
}
