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
        using var picture = OnWhite(shape);

        var pixels = picture.AsSpan<Vec3b>();
        for (var i = 0; i < pixels.Length; i++)
        {
            var (opacity, level) = Math.DivRem(i, 256);
            var white = 255 - opacity;
            var (blue, green) = ((level * opacity / 255) + white, ((255 - level) * opacity / 255) + white);
            Assert.Equal(new Vec3b((byte)blue, (byte)green, (byte)blue), pixels[i]);
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
        using var picture = OnWhite(shape);

        foreach (ref var pixel in drawn.AsSpan<Vec4b>())
            if (pixel.Item3 == 0) pixel = default;
        using var expected = new Mat();
        Cv2.Resize(drawn, expected, new Size(61, 37), 0, 0, InterpolationFlags.Area);
        var pixels = picture.AsSpan<Vec3b>();
        var shrunk = expected.AsSpan<Vec4b>();
        for (var i = 0; i < pixels.Length; i++)
        {
            var (each, white) = (shrunk[i], 255 - shrunk[i].Item3);
            Assert.Equal(new Vec3b((byte)(each.Item0 + white), (byte)(each.Item1 + white), (byte)(each.Item2 + white)), pixels[i]);
        }
    }

    private static byte Level(Random random) => (byte)random.Next(256);

    private static void Fill(Mat canvas, Func<int, int, Vec4b> pixel)
    {
        var pixels = canvas.AsSpan<Vec4b>();
        for (var i = 0; i < pixels.Length; i++) pixels[i] = pixel(i % canvas.Width, i / canvas.Width);
    }

    private static Mat OnWhite(Sprite shape)
    {
        var picture = new Mat(shape.Height, shape.Width, MatType.CV_8UC3, Scalar.White);
        shape.Draw(Canvas.Of(picture), 0, 0);
        return picture;
    }
}
