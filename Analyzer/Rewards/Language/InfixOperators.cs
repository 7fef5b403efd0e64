namespace Analyzer.Rewards.Language;

/// <summary>Operator precedence: how tightly an operator binds, loosest first.</summary>
internal enum Precedence
{
    None,
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Term,
    Unary,
    Power,
}

/// <summary>A binary arithmetic operator.</summary>
/// <param name="Precedence">How tightly it binds.</param>
/// <param name="Apply">What it does.</param>
internal sealed record ArithmeticOperator(Precedence Precedence, Func<Value, Value, Value> Apply);

/// <summary>The infix operators: those that stand between two operands.</summary>
internal static class InfixOperators
{
    /// <summary>Arithmetic by symbol.</summary>
    public static readonly Dictionary<string, ArithmeticOperator> Arithmetic = new(StringComparer.Ordinal)
    {
        ["+"] = new(Precedence.Sum, Operators.Add),
        ["-"] = new(Precedence.Sum, Operators.Subtract),
        ["*"] = new(Precedence.Term, Operators.Multiply),
        ["/"] = new(Precedence.Term, Operators.Divide),
        ["//"] = new(Precedence.Term, Operators.FloorDivide),
        ["%"] = new(Precedence.Term, Operators.Modulo),
        ["**"] = new(Precedence.Power, Operators.Power),
    };

    /// <summary>Comparisons by symbol.</summary>
    public static readonly Dictionary<string, Func<Value, Value, bool>> ComparisonOperators = new(StringComparer.Ordinal)
    {
        ["=="] = Comparisons.AreEqual,
        ["!="] = (left, right) => !Comparisons.AreEqual(left, right),
        ["<"] = (left, right) => Comparisons.Ordered("<", left, right, order => order < 0),
        ["<="] = (left, right) => Comparisons.Ordered("<=", left, right, order => order <= 0),
        [">"] = (left, right) => Comparisons.Ordered(">", left, right, order => order > 0),
        [">="] = (left, right) => Comparisons.Ordered(">=", left, right, order => order >= 0),
        ["in"] = (left, right) => Comparisons.Contains(right, left),
        ["not in"] = (left, right) => !Comparisons.Contains(right, left),
        ["is"] = (left, right) => left.Kind == right.Kind && Comparisons.AreEqual(left, right),
        ["is not"] = (left, right) => left.Kind != right.Kind || !Comparisons.AreEqual(left, right),
    };

    /// <summary>The precedence of a symbol or word; none where it is no infix operator.</summary>
    public static Precedence PrecedenceOf(string symbol) => symbol switch
    {
        "or" => Precedence.Or,
        "and" => Precedence.And,
        _ when Arithmetic.TryGetValue(symbol, out var arithmetic) => arithmetic.Precedence,
        _ => ComparisonOperators.ContainsKey(symbol) ? Precedence.Comparison : Precedence.None,
    };
}
