using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Tests.Drawing;

public class ScaleTests
{
    [Theory]
    [InlineData("the size that positions are written for", 640, 480, 1)]
    [InlineData("a wide picture goes by its height", 1280, 480, 1)]
    [InlineData("one whose lengths were rounded, too", 318, 240, 0.5)]
    [InlineData("a narrow one by its width", 317, 640, 0.5)]
    [InlineData("the smallest", 20, 20, 0.2)]
    public void A_picture_has_the_scale(string what, int width, int height, double factor) =>
        Assert.True(Scale.Of(new Size(width, height)).Factor == factor, what);
}
