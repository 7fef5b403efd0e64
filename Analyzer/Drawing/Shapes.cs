using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>Shapes anti-aliased by supersampling: drawn with OpenCV at four times their size and shrunk.</summary>
internal static class Shapes
{
    private const int Oversampling = 4;

    /// <summary>Draws on a transparent background and makes a sprite of it.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="draw">Draws on the enlarged BGRA picture; the number is the enlargement.</param>
    public static Sprite Draw(int width, int height, Action<Mat, int> draw)
    {
        using var canvas = new Mat(height * Oversampling, width * Oversampling, MatType.CV_8UC4, Scalar.All(0));
        draw(canvas, Oversampling);
        using var premultiplied = Premultiplied(canvas);
        using var small = new Mat();
        Cv2.Resize(premultiplied, small, new Size(width, height), 0, 0, InterpolationFlags.Area);
        return Sprite.From(small);
    }

    /// <summary>A filled dot with a rim.</summary>
    public static Sprite Dot(double radius, double rim, Colour fill, Colour edge)
    {
        var size = (2 * (int)Math.Ceiling(radius + 1)) + 1;
        return Draw(size, size, (canvas, factor) =>
        {
            var middle = new Point(canvas.Width / 2, canvas.Height / 2);
            Cv2.Circle(canvas, middle, (int)(radius * factor), edge.ToBgra(), -1);
            Cv2.Circle(canvas, middle, (int)((radius - rim) * factor), fill.ToBgra(), -1);
        });
    }

    private static Mat Premultiplied(Mat bgra)
    {
        var result = bgra.Clone();
        foreach (ref var pixel in result.AsSpan<Vec4b>())
        {
            pixel.Item0 = (byte)(pixel.Item0 * pixel.Item3 / 255);
            pixel.Item1 = (byte)(pixel.Item1 * pixel.Item3 / 255);
            pixel.Item2 = (byte)(pixel.Item2 * pixel.Item3 / 255);
        }

        return result;
    }
}
