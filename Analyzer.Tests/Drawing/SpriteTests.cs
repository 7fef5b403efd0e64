using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Tests.Drawing;

public class SpriteTests
{
    [Theory]
    [InlineData("whole", 12, 9)]
    [InlineData("cut at the left", -7, 9)]
    [InlineData("cut at the right", 44, 9)]
    [InlineData("cut at the top", 12, -6)]
    [InlineData("cut at the bottom", 12, 34)]
    [InlineData("in the last corner", 29, 29)]
    [InlineData("cut in the last corner", 47, 39)]
    [InlineData("cut on all sides but one", -9, -11)]
    [InlineData("outside", 60, 9)]
    [InlineData("outside above", 12, -20)]
    public void A_sprite_changes_its_own_pixels_alone(string _, int x, int y)
    {
        for (var width = 1; width <= 19; width++)
        {
            using var drawing = Drawing(width, height: 11, seed: width);
            using var actual = Background();
            using var expected = Background();

            Sprite.From(drawing).Draw(Canvas.Of(actual), x, y);
            BlendPixelByPixel(drawing, expected, x, y);

            Assert.Equal(0, Cv2.Norm(expected, actual, NormTypes.INF));
        }
    }

    [Fact]
    public void Two_sprites_as_one_are_the_second_on_the_first_to_a_level()
    {
        using var below = Drawing(18, 11, seed: 1);
        using var above = Drawing(18, 11, seed: 2);
        using var expected = Background();
        using var actual = Background();

        Sprite.From(below).Draw(Canvas.Of(expected), 5, 5);
        Sprite.From(above).Draw(Canvas.Of(expected), 5, 5);
        Sprite.From(above).On(Sprite.From(below)).Draw(Canvas.Of(actual), 5, 5);

        Assert.InRange(Cv2.Norm(expected, actual, NormTypes.INF), 0, 2);
    }

    private static Mat Background()
    {
        var background = new Mat(40, 48, MatType.CV_8UC3);
        new Random(0).NextBytes(background.AsSpan<byte>());
        return background;
    }

    // Premultiplied; a third of it is empty, a third opaque.
    private static Mat Drawing(int width, int height, int seed)
    {
        var random = new Random(seed);
        var drawing = new Mat(height, width, MatType.CV_8UC4);
        foreach (ref var pixel in drawing.AsSpan<Vec4b>())
        {
            var opacity = random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) };
            byte Colour() => (byte)random.Next(opacity + 1);
            pixel = new Vec4b(Colour(), Colour(), Colour(), (byte)opacity);
        }

        return drawing;
    }

    private static void BlendPixelByPixel(Mat drawing, Mat onto, int x, int y)
    {
        var (size, there) = (drawing.Size(), new Rect(default, onto.Size()));
        for (var row = 0; row < size.Height; row++)
        {
            for (var column = 0; column < size.Width; column++)
            {
                if (!there.Contains(x + column, y + row)) continue;
                ref var pixel = ref onto.At<Vec3b>(y + row, x + column);
                var above = drawing.At<Vec4b>(row, column);
                byte Over(byte under, byte colour) => (byte)(colour + Math.Round(under * (255 - above.Item3) / 255.0));
                pixel = new Vec3b(Over(pixel.Item0, above.Item0), Over(pixel.Item1, above.Item1), Over(pixel.Item2, above.Item2));
            }
        }
    }
}
