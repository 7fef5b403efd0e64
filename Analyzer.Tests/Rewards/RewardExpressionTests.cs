using Analyzer.Rewards;

namespace Analyzer.Tests.Rewards;

public class RewardExpressionTests
{
    private static readonly RewardRows Rows = new(Runs.Small);

    [Theory]
    [InlineData("-7 // 2", -4.0)]
    [InlineData("-7 % 3", 2.0)]
    [InlineData("7.5 // -2", -4.0)]
    [InlineData("-2 ** 2", -4.0)]
    [InlineData("2 ** 3 ** 2", 512.0)]
    [InlineData("2 ** -1", 0.5)]
    [InlineData("round(2.5) + round(3.5)", 6.0)]
    [InlineData("round(2.675, 2)", 2.67)]
    [InlineData("1 < 2 < 3 > 2", 1.0)]
    [InlineData("0 or 5", 5.0)]
    [InlineData("3 and 4", 4.0)]
    [InlineData("not 1 == 2", 1.0)]
    [InlineData("2 if 'a' in ('a', 'b') else 3", 2.0)]
    [InlineData("abs((-8) ** 0.5) ** 2", 8.0)]
    [InlineData("{episode_status} == 'prepare'", 1.0)]
    [InlineData("math.floor(-0.5) + ceil(0.2)", 0.0)]
    [InlineData("closest_waypoints[-1]", 2.0)]
    public void Expressions_have_python_s_meaning(string expression, double expected) =>
        Assert.Equal(expected, Assert.NotNull(RewardExpression.Parse(expression, Rows).Evaluate("test").Values[0]), 1e-12);
}
