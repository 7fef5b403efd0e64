using System.Runtime.Intrinsics;
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
    /// one. Two channels are worked on at once, with 16 bits for each.
    /// </summary>
    private static uint Mean(ReadOnlySpan<uint> corner, int stride)
    {
        var (first, second) = (Vector128.Create(corner), Vector128.Create(corner[stride..]));
        var (third, fourth) = (Vector128.Create(corner[(2 * stride)..]), Vector128.Create(corner[(3 * stride)..]));
        if ((first | second | third | fourth) == Vector128<uint>.Zero) return 0;
        var blueAndRed = BlueAndRed(first) + BlueAndRed(second) + BlueAndRed(third) + BlueAndRed(fourth);
        var greenAndOpacity = GreenAndOpacity(first) + GreenAndOpacity(second) + GreenAndOpacity(third) + GreenAndOpacity(fourth);
        return Sixteenth(Vector128.Sum(blueAndRed)) | (Sixteenth(Vector128.Sum(greenAndOpacity)) << 8);
    }

    private static Vector128<uint> BlueAndRed(Vector128<uint> pixels) => DividedBy255((pixels & Both) * (pixels >>> 24));

    private static Vector128<uint> GreenAndOpacity(Vector128<uint> pixels) =>
        DividedBy255(((pixels >>> 8) & Vector128.Create(0xFFu)) * (pixels >>> 24)) | ((pixels >>> 24) << 16);

    // Exact for 0 to 255 x 255.
    private static Vector128<uint> DividedBy255(Vector128<uint> products) =>
        ((products + Vector128.Create(0x00010001u) + ((products >>> 8) & Both)) >>> 8) & Both;

    private static uint Sixteenth(uint sums) => ((sums + 0x00070007 + ((sums >> 4) & 0x00010001)) >> 4) & 0x00FF00FF;

    private static Vector128<uint> Both => Vector128.Create(0x00FF00FFu);
}
