using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>
/// What expressions know of Python's module <c>math</c>; its functions raise where C gives infinity or NaN for a finite number.
/// </summary>
internal static class MathModule
{
    /// <summary>Its constants by name.</summary>
    public static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal)
    {
        ["pi"] = Math.PI,
        ["e"] = Math.E,
        ["tau"] = Math.Tau,
        ["inf"] = double.PositiveInfinity,
        ["nan"] = double.NaN,
    };

    /// <summary>Its functions by name.</summary>
    public static readonly Dictionary<string, Function> Functions = new(StringComparer.Ordinal)
    {
        ["sqrt"] = OfOne("sqrt", Math.Sqrt),
        ["exp"] = OfOne("exp", value => Finite(Math.Exp(value), value)),
        ["pow"] = new(2, 2, arguments => Value.Of(Power(arguments[0].ToDouble(), arguments[1].ToDouble()))),
        ["log"] = new(1, 2, arguments => arguments is [var value, var number]
            ? FloatMath.Divide(Logarithm(value), Logarithm(number))
            : Value.Of(Logarithm(arguments[0]))),
        ["log10"] = new(1, 1, arguments => Value.Of(Logarithm(arguments[0], Math.Log10, BigInteger.Log10))),
        ["log2"] = new(1, 1, arguments => Value.Of(Logarithm(arguments[0], Math.Log2, value => BigInteger.Log(value, 2)))),
        ["sinh"] = OfOne("sinh", value => Finite(Math.Sinh(value), value)),
        ["cosh"] = OfOne("cosh", value => Finite(Math.Cosh(value), value)),
        ["tanh"] = OfOne("tanh", Math.Tanh),
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
        ["trunc"] = ToWhole(Math.Truncate),
        ["degrees"] = OfOne("degrees", value => value * (180.0 / Math.PI)),
        ["radians"] = OfOne("radians", value => value * (Math.PI / 180.0)),
        ["fabs"] = OfOne("fabs", Math.Abs),
        ["copysign"] = OfTwo(Math.CopySign),
        ["isnan"] = new(1, 1, arguments => Value.Of(double.IsNaN(arguments[0].ToDouble()))),
        ["isinf"] = new(1, 1, arguments => Value.Of(double.IsInfinity(arguments[0].ToDouble()))),
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

    private static double Finite(double result, double value) =>
        double.IsInfinity(result) && double.IsFinite(value) ? throw EvaluationException.Overflow() : result;

    private static double Power(double number, double exponent)
    {
        var result = Math.Pow(number, exponent);
        if (!double.IsFinite(number) || !double.IsFinite(exponent)) return result;
        if (double.IsNaN(result) || (number == 0 && exponent < 0)) throw EvaluationException.Domain("pow");
        return double.IsInfinity(result) ? throw EvaluationException.Overflow() : result;
    }

    private static double Logarithm(Value value) => Logarithm(value, Math.Log, BigInteger.Log);

    private static double Logarithm(Value value, Func<double, double> ofFloat, Func<BigInteger, double> ofLarge)
    {
        if (value.IsReal && Comparisons.Ordered("<=", value, Value.Of(0L), order => order <= 0)) throw EvaluationException.Domain("log");
        return value.IsInteger && !value.IsSmall ? ofLarge(value.Integer) : ofFloat(value.ToDouble());
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
