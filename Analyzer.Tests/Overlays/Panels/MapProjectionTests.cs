using Analyzer.Overlays.Panels;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays.Panels;

public class MapProjectionTests
{
    private static readonly Rect Area = new(100, 50, 220, 120);

    [Theory]
    [InlineData("the middle", 5, 2, 210, 110)]
    [InlineData("east is right", 10, 2, 310, 110)]
    [InlineData("north is up", 5, 4, 210, 70)]
    public void A_place_lies_as_on_a_map(string _, double x, double y, double column, double row) =>
        Assert.Equal((column, row), MapProjection.Fit([(0, 0), (10, 4), (double.NaN, 99)], Area, margin: 10).Place(x, y));

    [Theory]
    [InlineData("as wide as the area", 10, 1, 20)]
    [InlineData("as high as the area", 1, 10, 10)]
    [InlineData("a single place is a metre wide", 0, 0, 100)]
    public void The_larger_side_gives_the_scale(string _, double width, double height, double pixelsPerMetre) =>
        Assert.Equal(pixelsPerMetre, MapProjection.Fit([(0, 0), (width, height)], Area, margin: 10).PixelsPerMetre);

    [Fact]
    public void Without_any_place_the_origin_is_in_the_middle() =>
        Assert.Equal((210, 110), MapProjection.Fit([], Area, margin: 10).Place(0, 0));
}
