using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Tests.Video;

public class BgrToI420Tests
{
    private const int LargestDifference = 1;

    [Theory]
    [InlineData("the size of a rendered picture", 1280, 720)]
    [InlineData("a width that is no multiple of the pixels taken at once", 650, 48)]
    [InlineData("the smallest width that is taken at once", 32, 2)]
    [InlineData("a width that OpenCV turns", 30, 4)]
    public void Pictures_become_what_OpenCV_makes_of_them(string which, int width, int height)
    {
        using var picture = new Mat(height, width, MatType.CV_8UC3);
        Cv2.SetTheRNG(1);
        Cv2.Randu(picture, Scalar.All(0), Scalar.All(256));
        AssertAlike(which, picture);
    }

    [Theory]
    [InlineData("black", 0, 0, 0)]
    [InlineData("white", 255, 255, 255)]
    [InlineData("blue", 255, 0, 0)]
    [InlineData("green", 0, 255, 0)]
    [InlineData("red", 0, 0, 255)]
    public void Colours_at_the_edge_of_their_range_keep_within_it(string which, int blue, int green, int red)
    {
        using var picture = new Mat(4, 64, MatType.CV_8UC3, new Scalar(blue, green, red));
        AssertAlike(which, picture);
    }

    [Fact]
    public void Part_of_a_larger_picture_is_turned_by_its_own_rows()
    {
        using var larger = new Mat(40, 90, MatType.CV_8UC3);
        Cv2.SetTheRNG(2);
        Cv2.Randu(larger, Scalar.All(0), Scalar.All(256));
        using var part = larger[new Rect(7, 3, 64, 20)];
        AssertAlike("a part", part);
    }

    private static void AssertAlike(string which, Mat picture)
    {
        using var expected = new Mat();
        using var actual = new Mat();
        Cv2.CvtColor(picture, expected, ColorConversionCodes.BGR2YUV_I420);

        BgrToI420.Convert(picture, actual);

        Assert.Equal(expected.Size(), actual.Size());
        var difference = Cv2.Norm(expected, actual, NormTypes.INF);
        Assert.True(difference <= LargestDifference, $"{which}: {difference} levels apart");
    }
}
