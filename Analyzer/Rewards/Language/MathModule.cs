using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>
/// What expressions know of Python's module <c>math</c>; its functions raise where C gives infinity or NaN for a finite number.
/// </summary>
internal static class MathModule
{
    /// <summary>Its constants by name.</summary>
    public static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal) { ["pi"] = Math.PI, ["e"] = Math.E };

    /// <summary>Its functions by name.</summary>
    public static readonly Dictionary<string, Function> Functions = new(StringComparer.Ordinal)
    {
        ["sqrt"] = OfOne("sqrt", Math.Sqrt),
        ["exp"] = OfOne("exp", value => Math.Exp(value) is var result && double.IsInfinity(result) && double.IsFinite(value)
            ? throw EvaluationException.Overflow()
            : result),
        ["log"] = new(1, 2, arguments => arguments is [var value, var number]
            ? FloatMath.Divide(Logarithm(value), Logarithm(number))
            : Value.Of(Logarithm(arguments[0]))),
        ["sin"] = OfOne("sin", Math.Sin),
        ["cos"] = OfOne("cos", Math.Cos),
        ["tan"] = OfOne("tan", Math.Tan),
        ["asin"] = OfOne("asin", Math.Asin),
        ["acos"] = OfOne("acos", Math.Acos),
        ["atan"] = OfOne("atan", Math.Atan),
        ["atan2"] = OfTwo(Math.Atan2),
        ["hypot"] = new(0, Function.Any, arguments => Value.Of(Hypotenuse(arguments))),
        ["floor"] = ToWhole(Math.Floor),
        ["ceil"] = ToWhole(Math.Ceiling),
        ["degrees"] = OfOne("degrees", value => value * (180.0 / Math.PI)),
        ["radians"] = OfOne("radians", value => value * (Math.PI / 180.0)),
        ["fabs"] = OfOne("fabs", Math.Abs),
        ["copysign"] = OfTwo(Math.CopySign),
        ["isfinite"] = new(1, 1, arguments => Value.Of(double.IsFinite(arguments[0].ToDouble()))),
    };

    private static Function OfOne(string name, Func<double, double> function) => new(1, 1, arguments =>
    {
        var value = arguments[0].ToDouble();
        var result = function(value);
        return double.IsNaN(result) && !double.IsNaN(value) ? throw EvaluationException.Domain(name) : Value.Of(result);
    });

    private static Function OfTwo(Func<double, double, double> function) =>
        new(2, 2, arguments => Value.Of(function(arguments[0].ToDouble(), arguments[1].ToDouble())));

    private static Function ToWhole(Func<double, double> function) => new(1, 1, arguments =>
        arguments[0].IsInteger ? Value.Of(arguments[0].Integer) : Builtins.ToInt(function(arguments[0].ToDouble())));

    private static double Logarithm(Value value)
    {
        if (value.IsReal && Comparisons.Ordered("<=", value, Value.Of(0L), order => order <= 0)) throw EvaluationException.Domain("log");
        return value.IsInteger && !value.IsSmall ? BigInteger.Log(value.Integer) : Math.Log(value.ToDouble());
    }

    private static double Hypotenuse(Value[] arguments)
    {
        var sides = Array.ConvertAll(arguments, argument => Math.Abs(argument.ToDouble()));
        if (sides is [var one, var other]) return double.Hypot(one, other);
        var longest = Array.Exists(sides, double.IsInfinity) ? double.PositiveInfinity : sides.DefaultIfEmpty().Max();
        if (longest == 0 || !double.IsFinite(longest)) return longest;
        return longest * Math.Sqrt(sides.Sum(side => side / longest * (side / longest)));
    }
}
