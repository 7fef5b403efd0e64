using Analyzer.Rewards;
using Analyzer.Rewards.Language;
using Analyzer.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Analyzer.Tests.Rewards;

/// <summary>An expression from a stranger is harmless: bounded in size, depth, time, and in what it may name.</summary>
public sealed class HostileExpressionTests
{
    private static readonly RewardRows Rows = new(Runs.Small);

    public static TheoryData<string, string> Hostile => new()
    {
        { "9**9**9**9", "4 rows: a whole number of more than 4,900 digits, first in row 0" },
        { "2**(2**62)", "4 rows: a whole number of more than 4,900 digits, first in row 0" },
        { "len('' * 10**300 + 'a')", "a value" },
        { "len(() * 10**18)", "a value" },
        { "pow(3**10000, 2**16000 - 1, 7**5800)", "4 rows: `pow` of whole numbers too large for a modulus, first in row 0" },
        { string.Join("+", Enumerable.Repeat("(0,) * 999", 2)), "4 rows: a text or list of more than 1,000 members, first in row 0" },
        { "'a' * 10**9", "4 rows: a text or list of more than 1,000 members, first in row 0" },
        { "len([[0] * 1000] * 1000)", "4 rows: `*` does not go with list and int, first in row 0" },
        { new string('(', 4_999) + "1" + new string(')', 4_999), "an expression nested more than 100 deep" },
        { new string('(', 5_000) + "1" + new string(')', 5_000), "an expression of 10001 characters; at most 10000 are read" },
        { new string('[', 9_000), "an expression nested more than 100 deep" },
        { new string('-', 9_000) + "1", "an expression nested more than 100 deep" },
        { string.Concat(Enumerable.Repeat("not ", 2_000)) + "1", "an expression nested more than 100 deep" },
        { string.Join("**", Enumerable.Repeat("1", 3_000)), "an expression nested more than 100 deep" },
        { string.Concat(Enumerable.Repeat("1 if 1 else ", 500)) + "1", "an expression nested more than 100 deep" },
        { string.Join('+', Enumerable.Repeat("1", 4_000)), "an expression of more than 2000 values" },
        { new string('9', 102_400), "an expression of 102400 characters; at most 10000 are read" },
        { new string('9', 9_000), "a number of more than 4000 digits" },
        { "0x" + new string('F', 4_000), "a number of more than 4000 digits" },
        { "(1).__class__", "`.` is for `math.` only: values have no attributes here" },
        { "speed.real", "`.` is for `math.` only: values have no attributes here" },
        { "math.__class__", "no `math.__class__` in this language" },
        { "__import__('os')", "no function `__import__`" },
        { "open('/etc/passwd')", "no function `open`" },
        { "(1, 2)[0]", "only a row's own lists can be indexed: `closest_waypoints` and `waypoints`" },
        { "episode_status[0]", "only a row's own lists can be indexed: `closest_waypoints` and `waypoints`" },
        { "abs(1)(2)", "only functions can be called, by their names" },
        { "x\0y", "`\0` is not part of the language" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_expressions_end_soon_with_a_clear_line(string expression, string expected)
    {
        string? message = null;

        var time = ProcessorTime.Of(() => message = Message(expression, Rows));

        Assert.Equal(expected, message ?? "a value");
        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void An_expression_that_takes_long_is_stopped()
    {
        var rows = new RewardRows(Some.Trace(Enumerable.Range(0, 5_000).Select(_ => Some.Row())));
        string? message = null;

        var time = ProcessorTime.Of(() => message = Message(string.Join("+", Enumerable.Repeat("7**5800", 1_000)), rows));

        Assert.Contains("stopped after 1 s", message, StringComparison.Ordinal);
        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Many_large_operations_are_stopped_within_a_row()
    {
        var large = string.Join("+", Enumerable.Repeat("pow(3**640,2**1023-1,7**360)+pow(3**10000,2**2,2**16000)", 120));

        var time = ProcessorTime.Of(() => Message(large, Rows));

        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void An_evaluation_is_interrupted_within_a_row()
    {
        var expression = RewardExpression.Parse("pow(2, 3, 5) + 1", Rows);

        Assert.Throws<OperationCanceledException>(() => expression.Evaluate("test", 0, new CancellationToken(canceled: true)));
    }

    [Property(MaxTest = 500)]
    public Property Any_text_has_a_value_or_a_message()
    {
        string[] pieces = ["1", "0.5", "x", "{x}", "prev", "max", "math", ".", "(", ")", "[", "]", ",", "+", "-", "**", "//",
            "%", "<", "==", "not", "in", "is", "None", "and", "or", "if", "else", "'a'", "\"", "{", "=", "closest_waypoints",
            " "];
        var texts = Gen.Elements(pieces).ArrayOf().Select(parts => string.Join(' ', parts));
        return Prop.ForAll(texts.ToArbitrary(), text => Message(text, Rows) is null or { Length: > 0 });
    }

    private static string? Message(string expression, RewardRows rows)
    {
        try
        {
            return RewardExpression.Parse(expression, rows).Evaluate("test").Gaps?.Description;
        }
        catch (ExpressionException error)
        {
            return error.Message;
        }
    }
}
