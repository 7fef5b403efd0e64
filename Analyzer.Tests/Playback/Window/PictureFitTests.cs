using Analyzer.Playback.Window;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>A picture of 1280x720.</summary>
public sealed class PictureFitTests
{
    [Theory]
    [InlineData("at its own size", 1280, 720, 480, 715, 480, 715)]
    [InlineData("at half the size", 640, 360, 240, 357, 480, 714)]
    [InlineData("room above and below", 640, 460, 240, 50, 480, 0)]
    [InlineData("room at the sides", 1480, 720, 100, 719, 0, 719)]
    [InlineData("above the picture", 640, 460, 240, 48, 480, -4)]
    [InlineData("left of the window", 1280, 720, -30, 5, -30, 5)]
    [InlineData("a larger screen", 1920, 1080, 1919, 1079, 1279, 719)]
    public void A_place_in_the_window_is_a_pixel_of_the_picture(
        string sentence,
        int width,
        int height,
        int x,
        int y,
        int pictureX,
        int pictureY)
    {
        Assert.NotEmpty(sentence);

        Assert.Equal(new Point(pictureX, pictureY), PictureFit.ToPicture(new Point(x, y), new Size(width, height), new Size(1280, 720)));
    }
}
