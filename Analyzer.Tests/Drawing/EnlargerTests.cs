using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Tests.Drawing;

public sealed class EnlargerTests
{
    private const double Levels = 2;

    [Theory]
    [InlineData(640, 480, 960, 720)]
    [InlineData(480, 360, 960, 720)]
    [InlineData(640, 480, 640, 480)]
    [InlineData(640, 480, 641, 483)]
    [InlineData(640, 480, 1919, 1439)]
    [InlineData(11, 7, 12, 9)]
    [InlineData(11, 1, 400, 300)]
    public void Enlarged_pictures_are_those_of_OpenCV_within_two_levels(int width, int height, int toWidth, int toHeight)
    {
        var (from, to) = (new Size(width, height), new Size(toWidth, toHeight));
        Assert.SkipUnless(Enlarger.Can(from, to), "this processor has no AVX2");
        using var noise = new Mat(from, MatType.CV_8UC3);
        Cv2.SetTheRNG(7);
        Cv2.Randu(noise, Scalar.All(0), Scalar.All(256));
        using var wide = new Mat(toHeight, toWidth + 5, MatType.CV_8UC3, Scalar.All(77));
        using var picture = new Mat(wide, new Rect(2, 0, toWidth, toHeight));
        using var expected = new Mat();
        Cv2.Resize(noise, expected, to);

        new Enlarger(from, to).Enlarge(noise, picture);

        Assert.InRange(Cv2.Norm(picture, expected, NormTypes.INF), 0, Levels);
        using var beside = new Mat(wide, new Rect(toWidth + 2, 0, 3, toHeight));
        Assert.Equal(new Scalar(77, 77, 77), Cv2.Mean(beside));
    }

    [Theory]
    [InlineData(1440, 1080, 960, 720)]
    [InlineData(640, 480, 960, 479)]
    [InlineData(4, 4, 960, 720)]
    public void Smaller_pictures_and_tiny_ones_are_left_to_OpenCV(int width, int height, int toWidth, int toHeight) =>
        Assert.False(Enlarger.Can(new Size(width, height), new Size(toWidth, toHeight)));
}
