using Analyzer.Reports.Analyses;

namespace Analyzer.Tests.Reports.Analyses;

public sealed class RankingTests
{
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 2, 4, 6, 8, 100 }, 1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 9, 7, 5, 3, 1 }, -1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 2, 1, 4, 3, 5 }, 0.8)]
    [InlineData(new double[] { 1, 1, 2, 3, 4 }, new double[] { 1, 2, 3, 4, 5 }, 0.974679)]
    public void Spearmans_rank(double[] one, double[] other, double rank) => Assert.Equal(rank, Ranking.Of(one, other)!.Value, 1e-6);

    [Fact]
    public void Four_pairs_are_too_few_for_a_rank() => Assert.Null(Ranking.Of([1, 2, 3, 4], [1, 2, 3, 4]));

    [Fact]
    public void What_is_always_the_same_has_no_rank() => Assert.Null(Ranking.Of([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]));

    [Theory]
    [InlineData(1, 5, 0.016667)]
    [InlineData(0.8, 5, 0.133333)]
    [InlineData(0, 6, 1)]
    [InlineData(-0.19, 42, 0.228107)]
    [InlineData(0.5, 30, 0.004896)]
    [InlineData(1, 12, 0)]
    public void How_often_chance_gives_a_rank(double rank, int pairs, double chance) =>
        Assert.Equal(chance, Ranking.ChanceOf(rank, pairs), 1e-4);
}
