using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The markers of the car and of the ghost on the track map.</summary>
internal static class CarMarks
{
    private const double Radius = 5;
    private static readonly Colour GhostWhite = new(240, 244, 250);

    /// <summary>The car now: an orange arrowhead with a white rim.</summary>
    /// <param name="headingDegrees">Where it points, counter-clockwise from the right.</param>
    /// <param name="scale">The picture's scale.</param>
    public static Sprite Car(double headingDegrees, Scale scale)
    {
        var size = (2 * scale.Pixels(Radius + 2)) + 1;
        return Shapes.Draw(size, size, (canvas, factor) =>
        {
            Point[] corners = [.. new[] { (0.0, 1.0), (142, 1.0), (180, 0.45), (218, 1.0) }.Select(corner =>
            {
                var angle = (headingDegrees + corner.Item1) * Math.PI / 180;
                var distance = corner.Item2 * Radius * scale.Factor * factor;
                return new Point((canvas.Width / 2.0) + (distance * Math.Cos(angle)), (canvas.Height / 2.0) - (distance * Math.Sin(angle)));
            })];
            Cv2.Polylines(canvas, [corners], isClosed: true, Colour.White.ToBgra(), (int)(1.6 * scale.Factor * factor));
            Cv2.FillPoly(canvas, [corners], Theme.ActionOrange.ToBgra());
        });
    }

    /// <summary>The compared lap's car: a white ring.</summary>
    public static Sprite Ghost(Scale scale)
    {
        var size = (2 * scale.Pixels(Radius)) + 1;
        return Shapes.Draw(size, size, (canvas, factor) =>
        {
            var middle = new Point(canvas.Width / 2, canvas.Height / 2);
            Cv2.Circle(canvas, middle, (int)(3.4 * scale.Factor * factor), Colour.Black.ToBgra(), (int)(2.2 * scale.Factor * factor));
            Cv2.Circle(canvas, middle, (int)(3.4 * scale.Factor * factor), GhostWhite.ToBgra(), (int)(1.3 * scale.Factor * factor));
        });
    }
}
