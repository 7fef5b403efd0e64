using Analyzer.Platform;

namespace Analyzer.Tests.Platform;

public sealed class SuggestionTests
{
    private static readonly string[] Known = ["scan", "render", "Render", "x", "speed"];

    [Theory]
    [InlineData("rendr", "; did you mean render?")]
    [InlineData("REnder", "; did you mean Render?")]
    [InlineData("scna", "; did you mean scan?")]
    [InlineData("skan", "; did you mean scan?")]
    [InlineData("sp", "")]
    [InlineData("X", "; did you mean x?")]
    [InlineData("y", "")]
    [InlineData("", "")]
    public void The_nearest_word_is_offered_where_it_is_near(string word, string question) =>
        Assert.Equal(question, Suggestion.For(word, Known));

    [Fact]
    public void The_word_is_quoted_where_the_message_is_about_code() =>
        Assert.Equal("; did you mean `speed`?", Suggestion.For("speeed", Known, quote: "`"));

    [Fact]
    public void Nothing_is_offered_of_nothing() => Assert.Equal("", Suggestion.For("word", []));
}
