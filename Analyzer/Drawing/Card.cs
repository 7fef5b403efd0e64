using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>A dark translucent panel with rounded corners, as background of text.</summary>
/// <param name="Area">Where it lies, pixels.</param>
/// <param name="Background">The rounded rectangle.</param>
internal readonly record struct Card(Rect Area, Sprite Background)
{
    private const double Radius = 4;
    private const double Darkness = 0.66;

    /// <summary>Prepares a card.</summary>
    /// <param name="area">Where it lies, pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    public static Card Of(Rect area, Scale scale) => new(area, Rounded(area.Size, scale, new Colour(14, 17, 21), Darkness));

    /// <summary>A rounded rectangle.</summary>
    /// <param name="size">Pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="opacity">0 to 1.</param>
    public static Sprite Rounded(Size size, Scale scale, Colour colour, double opacity) =>
        Shapes.Draw(size.Width, size.Height, (canvas, factor) =>
        {
            var ink = colour.ToBgra();
            ink.Val3 = 255 * opacity;
            var radius = Math.Max(1, (int)(Radius * scale.Factor * factor));
            var (right, bottom) = (canvas.Width - 1 - radius, canvas.Height - 1 - radius);
            Cv2.Rectangle(canvas, new Rect(radius, 0, canvas.Width - (2 * radius), canvas.Height), ink, -1);
            Cv2.Rectangle(canvas, new Rect(0, radius, canvas.Width, canvas.Height - (2 * radius)), ink, -1);
            foreach (var corner in new[] { new Point(radius, radius), new(right, radius), new(radius, bottom), new(right, bottom) })
                Cv2.Circle(canvas, corner, radius, ink, -1);
        });

    /// <summary>Draws it.</summary>
    public void Draw(Canvas canvas) => Background.Draw(canvas, Area.X, Area.Y);
}
