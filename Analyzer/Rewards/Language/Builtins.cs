using System.Globalization;
using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>Python's built-in functions that expressions can call.</summary>
internal static class Builtins
{
    /// <summary>All of them by name.</summary>
    public static readonly Dictionary<string, Function> Functions = new(StringComparer.Ordinal)
    {
        ["abs"] = new(1, 1, arguments => Absolute(arguments[0])),
        ["min"] = new(1, Function.Any, arguments => Extreme("<", arguments, order => order < 0)),
        ["max"] = new(1, Function.Any, arguments => Extreme(">", arguments, order => order > 0)),
        ["round"] = new(1, 2, arguments => Round(arguments[0], arguments.ElementAtOrDefault(1))),
        ["int"] = new(0, 1, arguments => arguments is [var value] ? ToInt(value) : Value.Of(0L)),
        ["float"] = new(0, 1, arguments => arguments is [var value] ? ToFloat(value) : Value.Of(0.0)),
        ["bool"] = new(0, 1, arguments => Value.Of(arguments is [var value] && value.Truth)),
        ["pow"] = new(2, 3, arguments => arguments is [var number, var exponent, var modulus]
            ? PowerModulo(number, exponent, modulus)
            : Operators.Power(arguments[0], arguments[1])),
        ["sum"] = new(1, 2, arguments => Sum(arguments[0], arguments.Length > 1 ? arguments[1] : Value.Of(0L))),
        ["len"] = new(1, 1, arguments => Value.Of((long)Items(arguments[0]).Length)),
    };

    private static Value Absolute(Value value) => value.Kind switch
    {
        ValueKind.Bool or ValueKind.Int => Value.Of(BigInteger.Abs(value.Integer)),
        ValueKind.Float => Value.Of(Math.Abs(value.Float)),
        ValueKind.Complex => Value.Of(Complex.Abs(value.ToComplex())),
        _ => throw EvaluationException.NotANumber(value),
    };

    private static Value Extreme(string symbol, Value[] arguments, Func<int, bool> isBetter)
    {
        var items = arguments is [var only] ? Items(only) : arguments;
        if (items.Length == 0) throw new EvaluationException("the least or greatest of nothing");
        var best = items[0];
        foreach (var item in items.AsSpan(1))
            if (Comparisons.Ordered(symbol, item, best, isBetter)) best = item;

        return best;
    }

    private static Value Round(Value value, Value digits)
    {
        if (digits.Kind == ValueKind.None) return value.Kind == ValueKind.Float ? ToInt(Math.Round(value.Float)) : IntOf(value);
        if (!digits.IsInteger) throw new EvaluationException("`round` to digits that are no whole number");
        return value.Kind == ValueKind.Float
            ? Value.Of(ExactRatio.Round(value.Float, digits.Integer))
            : IntegerMath.Round(IntOf(value), digits.Integer);
    }

    private static Value IntOf(Value value) => value.IsInteger ? Value.Of(value.Integer) : throw EvaluationException.NotANumber(value);

    private static Value ToInt(Value value) => value.Kind switch
    {
        ValueKind.Float => ToInt(value.Float),
        ValueKind.Text => ParseInt(value.Text),
        _ => IntOf(value),
    };

    /// <summary>A float without its fraction.</summary>
    public static Value ToInt(double value) =>
        double.IsFinite(value) ? Value.Of(new BigInteger(value)) : throw new EvaluationException("an int of infinity or of no number");

    private static Value ToFloat(Value value) => Value.Of(value.Kind == ValueKind.Text ? ParseFloat(value.Text) : value.ToDouble());

    private static Value ParseInt(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return BigInteger.TryParse(NumberLiteral.WithoutUnderscores(text), Style, CultureInfo.InvariantCulture, out var value)
            ? Value.Of(value)
            : throw new EvaluationException("an int of a text that is none");
    }

    private static double ParseFloat(string text) => NumberLiteral.WithoutUnderscores(text).Trim().ToLowerInvariant() switch
    {
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        "nan" or "+nan" or "-nan" => double.NaN,
        var digits when double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw new EvaluationException("a float of a text that is none"),
    };

    private static Value PowerModulo(Value number, Value exponent, Value modulus) =>
        number.IsInteger && exponent.IsInteger && modulus.IsInteger
            ? IntegerMath.Power(number, exponent, modulus)
            : throw new EvaluationException("`pow` of three values that are not all whole numbers");

    private static Value Sum(Value items, Value start) =>
        start.Kind == ValueKind.Text ? throw EvaluationException.NotANumber(start) : FloatMath.Sum(Items(items), start);

    private static Value[] Items(Value value) => value.Kind switch
    {
        ValueKind.Tuple or ValueKind.List => value.Items,
        ValueKind.Text => [.. value.Text.EnumerateRunes().Select(character => Value.Of(character.ToString()))],
        ValueKind.None => throw EvaluationException.NotANumber(value),
        _ => throw new EvaluationException($"a {value.TypeName} where a list is needed"),
    };
}
