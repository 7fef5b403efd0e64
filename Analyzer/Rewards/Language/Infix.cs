namespace Analyzer.Rewards.Language;

/// <summary>How tightly an operator binds, loosest first.</summary>
internal enum Level
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

/// <summary>An operator that makes a value of two.</summary>
/// <param name="Level">How tightly it binds.</param>
/// <param name="Apply">What it does.</param>
internal sealed record ArithmeticOperator(Level Level, Func<Value, Value, Value> Apply);

/// <summary>The operators that stand between two operands.</summary>
internal static class Infix
{
    /// <summary>Arithmetic by symbol.</summary>
    public static readonly Dictionary<string, ArithmeticOperator> Arithmetic = new(StringComparer.Ordinal)
    {
        ["+"] = new(Level.Sum, Operators.Add),
        ["-"] = new(Level.Sum, Operators.Subtract),
        ["*"] = new(Level.Term, Operators.Multiply),
        ["/"] = new(Level.Term, Operators.Divide),
        ["//"] = new(Level.Term, Operators.FloorDivide),
        ["%"] = new(Level.Term, Operators.Modulo),
        ["**"] = new(Level.Power, Operators.Power),
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

    /// <summary>How tightly a symbol or word binds; none where it is no operator between two operands.</summary>
    public static Level LevelOf(string symbol) => symbol switch
    {
        "or" => Level.Or,
        "and" => Level.And,
        _ when Arithmetic.TryGetValue(symbol, out var arithmetic) => arithmetic.Level,
        _ => ComparisonOperators.ContainsKey(symbol) ? Level.Comparison : Level.None,
    };
}
