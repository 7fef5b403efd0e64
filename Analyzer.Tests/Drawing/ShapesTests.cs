using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Tests.Drawing;

public class ShapesTests
{
    [Fact]
    public void A_shape_has_its_colour_times_its_opacity_rounded_down()
    {
        // Across each level of colour, down each opacity, every pixel of an output pixel's block alike.
        var shape = Shapes.Draw(256, 256, (canvas, factor) => Fill(canvas, (x, y) =>
            new Vec4b((byte)(x / factor), (byte)(255 - (x / factor)), (byte)(x / factor), (byte)(y / factor))));
        using var picture = OnBlack(shape);

        var pixels = picture.AsSpan<Vec3b>();
        for (var i = 0; i < pixels.Length; i++)
        {
            var (opacity, level) = Math.DivRem(i, 256);
            Assert.Equal(
                new Vec3b((byte)(level * opacity / 255), (byte)((255 - level) * opacity / 255), (byte)(level * opacity / 255)), pixels[i]);
        }
    }

    [Fact]
    public void Its_edges_are_shrunk_as_OpenCV_shrinks_them()
    {
        using var drawn = new Mat();
        var shape = Shapes.Draw(61, 37, (canvas, _) =>
        {
            var random = new Random(5);
            Fill(canvas, (_, _) => new Vec4b(Level(random), Level(random), Level(random), random.Next(2) == 0 ? (byte)255 : (byte)0));
            canvas.CopyTo(drawn);
        });
        using var picture = OnBlack(shape);

        foreach (ref var pixel in drawn.AsSpan<Vec4b>())
            if (pixel.Item3 == 0) pixel = default;
        using var expected = new Mat();
        Cv2.Resize(drawn, expected, new Size(61, 37), 0, 0, InterpolationFlags.Area);
        Cv2.CvtColor(expected, expected, ColorConversionCodes.BGRA2BGR);
        Assert.Equal(0, Cv2.Norm(expected, picture, NormTypes.INF));
    }

    private static byte Level(Random random) => (byte)random.Next(256);

    private static void Fill(Mat canvas, Func<int, int, Vec4b> pixel)
    {
        var pixels = canvas.AsSpan<Vec4b>();
        for (var i = 0; i < pixels.Length; i++) pixels[i] = pixel(i % canvas.Width, i / canvas.Width);
    }

    private static Mat OnBlack(Sprite shape)
    {
        var picture = new Mat(shape.Height, shape.Width, MatType.CV_8UC3, Scalar.Black);
        shape.Draw(Canvas.Of(picture), 0, 0);
        return picture;
    }
}
