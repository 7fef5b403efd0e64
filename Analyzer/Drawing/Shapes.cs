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
        using var small = new Mat(height, width, MatType.CV_8UC4);
        Shrink(canvas.AsSpan<uint>(), small.AsSpan<uint>(), width);
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

    private static void Shrink(ReadOnlySpan<uint> canvas, Span<uint> small, int width)
    {
        var stride = width * Oversampling;
        for (var y = 0; y < small.Length / width; y++)
        {
            var rows = canvas.Slice(y * Oversampling * stride, Oversampling * stride);
            var row = small.Slice(y * width, width);
            for (var x = 0; x < row.Length; x++) row[x] = Mean(rows[(x * Oversampling)..], stride);
        }
    }

    /// <summary>
    /// The mean of 4x4 pixels, each multiplied by its opacity: the products are rounded down, the mean to the nearest, a half to the even
    /// one. Two channels are worked on at once, with 16 bits for each; vectors would have to be compiled while the program starts.
    /// </summary>
    private static uint Mean(ReadOnlySpan<uint> corner, int stride)
    {
        var (pixel, differences) = (corner[0], 0u);
        for (var y = 0; y < Oversampling; y++)
        {
            var row = corner.Slice(y * stride, Oversampling);
            differences |= (row[0] ^ pixel) | (row[1] ^ pixel) | (row[2] ^ pixel) | (row[3] ^ pixel);
        }

        // Most blocks are of one colour.
        if (differences == 0) return pixel == 0 ? 0 : BlueAndRed(pixel) | (GreenAndOpacity(pixel) << 8);
        var (blueAndRed, greenAndOpacity) = (0u, 0u);
        for (var y = 0; y < Oversampling; y++)
        {
            foreach (var each in corner.Slice(y * stride, Oversampling))
            {
                blueAndRed += BlueAndRed(each);
                greenAndOpacity += GreenAndOpacity(each);
            }
        }

        return Sixteenth(blueAndRed) | (Sixteenth(greenAndOpacity) << 8);
    }

    private static uint BlueAndRed(uint pixel) => DividedBy255((pixel & 0x00FF00FF) * (pixel >> 24));

    private static uint GreenAndOpacity(uint pixel) => DividedBy255(((pixel >> 8) & 0xFF) * (pixel >> 24)) | ((pixel >> 24) << 16);

    // Exact for 0 to 255 x 255.
    private static uint DividedBy255(uint products) => ((products + 0x00010001 + ((products >> 8) & 0x00FF00FF)) >> 8) & 0x00FF00FF;

    private static uint Sixteenth(uint sums) => ((sums + 0x00070007 + ((sums >> 4) & 0x00010001)) >> 4) & 0x00FF00FF;
}
