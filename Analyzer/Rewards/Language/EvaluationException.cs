
namespace Analyzer.Rewards.Language;

/// <summary>An expression has no value in one row: where Python would raise. The message is the reason, in a few words.</summary>
internal sealed class EvaluationException(string reason) : Exception(reason)
{
    public static EvaluationException DivisionByZero() => new("division by zero");

    public static EvaluationException Overflow() => new("a number too large for a float");

    public static EvaluationException TooLarge() => new("a whole number of more than 4,900 digits");

    public static EvaluationException TooLong() => new("a text or list of more than 1,000 members");

    public static EvaluationException OutOfTime() => new("stopped after 1 s");

    public static EvaluationException Domain(string function) => new($"`{function}` of a number outside its domain");

    public static EvaluationException NotANumber(Value value) =>
        new(value.Kind == ValueKind.None ? "a missing reading (None)" : $"a {value.TypeName} where a number is needed");

    public static EvaluationException Operands(string symbol, Value left, Value right) =>
        new(left.Kind == ValueKind.None || right.Kind == ValueKind.None
            ? $"a missing reading (None) in `{symbol}`"
            : $"`{symbol}` does not go with {left.TypeName} and {right.TypeName}");
}
