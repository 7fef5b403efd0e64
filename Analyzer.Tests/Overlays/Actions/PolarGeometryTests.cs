using Analyzer.Drawing;
using Analyzer.Logs;
using Analyzer.Overlays.Actions;

namespace Analyzer.Tests.Overlays.Actions;

public class PolarGeometryTests
{
    private static readonly PolarGeometry Plot = new(CentreX: 100, CentreY: 100, Radius: 80, MaxSpeed: 4, MaxSteering: 30);

    [Theory]
    [InlineData("straight on is up", 0, 4, 100, 20)]
    [InlineData("half the speed is half as far", 0, 2, 100, 60)]
    [InlineData("15 degrees to the left are 30 degrees to the left", 15, 4, 60, 30.72)]
    [InlineData("15 degrees to the right are 30 degrees to the right", -15, 4, 140, 30.72)]
    [InlineData("standing still is the centre", 30, 0, 100, 100)]
    [InlineData("faster than the rim stays on the rim", 0, 9, 100, 20)]
    [InlineData("no speed at all is never below the base line", 0, -1, 100, 100)]
    public void An_action_lies_where_a_driver_would_look_for_it(string _, double steering, double speed, double x, double y)
    {
        var place = Plot.Place(steering, speed);

        Assert.Equal(x, place.X, 0.01);
        Assert.Equal(y, place.Y, 0.01);
    }

    [Theory]
    [InlineData(30, 2)]
    [InlineData(45, 2)]
    [InlineData(60, 1.5)]
    [InlineData(90, 1)]
    public void Wide_steering_still_fits_into_the_half_disc(double maxSteering, double factor) =>
        Assert.Equal(factor, (Plot with { MaxSteering = maxSteering }).AngleFactor, 1e-9);

    [Fact]
    public void A_fast_action_space_gets_more_rings() =>
        Assert.Equal(5.5, PolarGeometry.For(new ActionSpace([], true, 30, 5.2), new Scale(1)).MaxSpeed);
}
