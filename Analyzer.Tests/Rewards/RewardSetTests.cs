using System.Text;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Language;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards;

public sealed class RewardSetTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_source_the_three_defaults_are_shown() => Assert.Equal(
        [("Speed", "{speed}**2"), ("Progress", "({progress}/{steps})*100"), ("Penalize off_track",
        "(-20 if {episode_status}=='off_track' else 0)")],
        Pairs(Sources().Read()));

    [Fact]
    public void Components_keep_their_order_and_the_later_of_one_name_wins()
    {
        folder.Write("rewards.json", "\uFEFF{\"B\": \"1\", \"A\": \"2\", \"B\": \"3\"}");
        var other = folder.Write("other.json", """{"C": "4", "A": "5"}""");

        var set = Sources(other, "C = x == 1", "D=6").Read();

        Assert.Equal([("B", "3"), ("A", "5"), ("C", "x == 1"), ("D", "6")], Pairs(set));
    }

    [Theory]
    [InlineData("two byte order marks", "utf-8", "\uFEFF\uFEFF")]
    [InlineData("UTF-16", "utf-16", "\uFEFF")]
    [InlineData("UTF-16 without a mark", "utf-16BE", "")]
    public void A_file_may_be_in_any_encoding_that_editors_save(string what, string encoding, string marks)
    {
        Assert.NotEmpty(what);
        folder.Write("rewards.json", Encoding.GetEncoding(encoding).GetBytes($$"""{{marks}}{"Größe": "1"}"""));

        Assert.Equal([("Größe", "1")], Pairs(Sources().Read()));
    }

    [Theory]
    [InlineData("", "rewards.json, line 1, column 1: this is not valid JSON; ")]
    [InlineData("{\n  \"A\": \"1\",\n}", "rewards.json, line 3, column 1: this is not valid JSON; ")]
    [InlineData("{\"A\": \"1\"} x", "rewards.json, line 1, column 12: this is not valid JSON; ")]
    [InlineData("[1]", "rewards.json: this is no JSON object; ")]
    [InlineData("{}", "rewards.json: there are no components in it; ")]
    [InlineData("{\n  \"A\": 1}", "rewards.json, line 2, column 8: an expression is a text in quotes; ")]
    [InlineData("{\"A\": {\"B\": \"1\"}}", "rewards.json, line 1, column 7: an expression is a text in quotes; ")]
    public void A_file_with_a_mistake_is_refused_with_the_place(string text, string expected) =>
        Assert.Equal($"{expected}give a JSON object of names and expressions, such as {{\"Speed\": \"{{speed}}**2\"}}.", ReadError(text));

    [Theory]
    [InlineData("{\"final\": \"1\"}", "rewards.json, line 1, column 2: `final` is the name of the sum; give the component another.")]
    [InlineData("{\n \" \": \"1\"}", "rewards.json, line 2, column 2: a component needs a name.")]
    public void Some_names_are_taken(string text, string expected) => Assert.Equal(expected, ReadError(text));

    [Theory]
    [InlineData("Speed", "--reward Speed: a name, `=` and an expression are needed, as in Speed=speed**2.")]
    [InlineData("Speed= ", "--reward Speed= : a name, `=` and an expression are needed, as in Speed=speed**2.")]
    [InlineData("=1", "--reward =1: a component needs a name.")]
    [InlineData("final=1", "--reward final=1: `final` is the name of the sum; give the component another.")]
    public void An_option_with_a_mistake_is_refused(string option, string expected) =>
        Assert.Equal(expected, Assert.Throws<RunException>(() => RewardComponent.ParseOption(option)).Message);

    [Fact]
    public void A_mistake_in_an_expression_is_named_with_file_and_place()
    {
        folder.Write("rewards.json", "{\n  \"A\": \"1\",\n  \"B\": \"2 * speeed\"\n}");

        var error = Assert.Throws<ExpressionException>(() => RewardTable.Evaluate(
            Sources().Read(), new RewardRows(Runs.Small), TestContext.Current.CancellationToken));

        Assert.Equal(
            $"{folder.Path("rewards.json")}, line 3, column 8: B, column 5: no column `speeed`; did you mean `speed`?",
            error.Message);
        Assert.Equal("2 * speeed\n    ^", error.Excerpt);
    }

    [Fact]
    public void The_sum_is_empty_where_a_component_is()
    {
        var set = Sources(null, "A=x", "B=1 / (steps - 2)", "C=True").Read();

        var rewards = RewardTable.Evaluate(set, new RewardRows(Runs.Small), TestContext.Current.CancellationToken);

        Assert.Equal([1.5, null, 5.5, 4.5], rewards.Final);
        Assert.Equal(["A", "B", "C"], rewards.Series.Select(series => series.Name));
    }

    [Fact]
    public void A_function_s_result_is_the_reward_and_its_components_are_parts_of_it()
    {
        var own = RewardTable.Evaluate(
            Sources(null, "A=x", "Part=1").Read(), new RewardRows(Runs.Small), TestContext.Current.CancellationToken);

        var all = own.With([new("reward_function", "f.py", [1, 2, null, 4], null), new("Part", "f.py", [7, 7, 7, 7], null)]);

        Assert.Equal([1.0, 2, null, 4], all.Final);
        Assert.Equal(["A", "reward_function", "Part"], all.Series.Select(series => series.Name));
        Assert.Same(own, own.With([]));
    }

    [Fact]
    public void Who_brings_a_function_gets_no_defaults() =>
        Assert.Empty((Sources() with { HasFunction = true }).Read().Components);

    [Fact]
    public void The_defaults_are_evaluated_over_two_thousand_rows_within_20_ms()
    {
        var rows = Some.Trace(
            Enumerable.Range(1, 2_000).Select(step => Some.Row(steps: step, displacementSpeedMetresPerSecond: step * 0.001)));

        var best = Enumerable.Range(0, 30).Min(_ => ProcessorTime.Of(() => RewardTable.Evaluate(RewardSet.Default, new RewardRows(rows))));

        Assert.True(best < TimeSpan.FromMilliseconds(20), $"{best.TotalMilliseconds} ms");
    }

    private static IEnumerable<(string, string)> Pairs(RewardSet set)
        => set.Components.Select(component => (component.Name, component.Expression));

    private RewardSources Sources(string? file = null, params string[] options) => new(folder.Root, file, [.. options]);

    private string ReadError(string text)
    {
        folder.Write("rewards.json", text);
        return Assert.Throws<RunException>(() => Sources().Read()).Message
            .Replace(folder.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
