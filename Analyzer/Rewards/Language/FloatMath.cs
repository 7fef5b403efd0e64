using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>
/// Python's arithmetic on floats (and on the complex numbers that a power may give): C's, but it raises where C gives infinity or NaN
/// for a division by zero or a power beyond the largest float.
/// </summary>
internal static class FloatMath
{
    public static Value Divide(double left, double right) =>
        right == 0 ? throw EvaluationException.DivisionByZero() : Value.Of(left / right);

    public static Value FloorDivide(double left, double right) => Value.Of(DivideWithRest(left, right).Quotient);

    public static Value Modulo(double left, double right) => Value.Of(DivideWithRest(left, right).Remainder);

    /// <summary>A power; complex where a negative number has a broken exponent.</summary>
    public static Value Power(double number, double exponent)
    {
        if (number == 0 && exponent < 0) throw EvaluationException.DivisionByZero();
        var finite = double.IsFinite(number) && double.IsFinite(exponent);
        if (finite && number < 0 && exponent != Math.Floor(exponent)) return Power(new Complex(number, 0), exponent);
        var result = Math.Pow(number, exponent);
        return finite && double.IsInfinity(result) ? throw EvaluationException.Overflow() : Value.Of(result);
    }

    /// <summary>A complex power.</summary>
    public static Value Power(Complex number, Complex exponent)
    {
        if (exponent == Complex.Zero) return Value.Of(Complex.One);
        if (number == Complex.Zero && (exponent.Real < 0 || exponent.Imaginary != 0)) throw EvaluationException.DivisionByZero();
        var result = Complex.Pow(number, exponent);
        return Complex.IsFinite(result) ? Value.Of(result) : throw EvaluationException.Overflow();
    }

    /// <summary>A complex quotient.</summary>
    public static Value Divide(Complex left, Complex right) =>
        right == Complex.Zero ? throw EvaluationException.DivisionByZero() : Value.Of(left / right);

    // CPython's own steps: the rest has the divisor's sign, and the quotient is the whole number nearest to (left - rest) / right.
    private static (double Quotient, double Remainder) DivideWithRest(double left, double right)
    {
        if (right == 0) throw EvaluationException.DivisionByZero();
        var rest = left % right;
        var quotient = (left - rest) / right;
        if (rest == 0)
        {
            rest = Math.CopySign(0, right);
        }
        else if (right < 0 != rest < 0)
        {
            rest += right;
            quotient -= 1;
        }

        if (quotient == 0) return (Math.CopySign(0, left / right), rest);
        var floor = Math.Floor(quotient);
        return (quotient - floor > 0.5 ? floor + 1 : floor, rest);
    }
}
