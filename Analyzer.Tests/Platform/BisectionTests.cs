using Analyzer.Platform;
using FsCheck.Xunit;

namespace Analyzer.Tests.Platform;

public sealed class BisectionTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 3, 3)]
    [InlineData(4, 3, 4)]
    [InlineData(5, 4, 4)]
    public void The_bounds_are_the_first_at_or_above_and_the_first_above(int value, int lower, int upper) =>
        Assert.Equal((lower, upper), (Bisection.LowerBound([1, 2, 2, 4], value), Bisection.UpperBound([1, 2, 2, 4], value)));

    [Property]
    public bool They_are_what_counting_finds(int[] values, int value)
    {
        Array.Sort(values);
        return Bisection.LowerBound(values, value) == values.Count(other => other < value)
            && Bisection.UpperBound(values, value) == values.Count(other => other <= value);
    }
}
