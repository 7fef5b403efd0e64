using Analyzer.Rewards;
using Analyzer.Rewards.Language;

namespace Analyzer.Tests.Rewards;

public sealed class RewardLanguageTests
{
    [Fact]
    public void The_tour_has_values_everywhere_but_in_the_component_of_gaps()
    {
        var tour = RewardTable.Evaluate(RewardLanguage.Tour, new RewardRows(RewardLanguage.MadeUp()));

        var gaps = tour.Series.Where(series => series.Gaps is not null).Select(series => (series.Name, series.Gaps));
        Assert.Equal([("Gaps", "1 row: division by zero, in row 0; 1 row: a missing reading (None) in `+`, in row 1")], gaps);
    }

    [Fact]
    public void The_tour_meets_every_arithmetic_operator()
    {
        var symbols = RewardLanguage.Tour.Components
            .SelectMany(component => new Lexer(component.Expression).Tokens())
            .Where(token => token.Kind == TokenKind.Symbol)
            .Select(token => token.Text);

        Assert.Subset(symbols.ToHashSet(), Infix.Arithmetic.Keys.ToHashSet());
    }
}
