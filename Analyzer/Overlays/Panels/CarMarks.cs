using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The signs for cars on the track map.</summary>
public static class CarMarks
{
    private const double Radius = 5;
    private static readonly Colour GhostWhite = new(240, 244, 250);

    /// <summary>The car now: an orange arrowhead with a white rim.</summary>
    /// <param name="headingDegrees">Where it points, counter-clockwise from the right.</param>
    /// <param name="scale">The picture's scale.</param>
    public static Sprite Car(double headingDegrees, Scale scale)
    {
        var size = (2 * scale.Pixels(Radius + 2)) + 1;
        return Shapes.Draw(size, size, (large, times) =>
        {
            Point[] corners = [.. new[] { (0.0, 1.0), (142, 1.0), (180, 0.45), (218, 1.0) }.Select(corner =>
            {
                var angle = (headingDegrees + corner.Item1) * Math.PI / 180;
                var distance = corner.Item2 * Radius * scale.Factor * times;
                return new Point((large.Width / 2.0) + (distance * Math.Cos(angle)), (large.Height / 2.0) - (distance * Math.Sin(angle)));
            })];
            Cv2.Polylines(large, [corners], isClosed: true, Colour.White.ToBgra(), (int)(1.6 * scale.Factor * times));
            Cv2.FillPoly(large, [corners], Colour.ActionOrange.ToBgra());
        });
    }

    /// <summary>The compared lap's car: a white ring.</summary>
    public static Sprite Ghost(Scale scale)
    {
        var size = (2 * scale.Pixels(Radius)) + 1;
        return Shapes.Draw(size, size, (large, times) =>
        {
            var middle = new Point(large.Width / 2, large.Height / 2);
            Cv2.Circle(large, middle, (int)(3.4 * scale.Factor * times), Colour.Black.ToBgra(), (int)(2.2 * scale.Factor * times));
            Cv2.Circle(large, middle, (int)(3.4 * scale.Factor * times), GhostWhite.ToBgra(), (int)(1.3 * scale.Factor * times));
        });
    }
}
