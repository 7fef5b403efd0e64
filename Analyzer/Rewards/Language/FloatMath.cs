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

    /// <summary>A power; complex where a negative number has a fractional exponent.</summary>
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

    /// <summary>
    /// Python's <c>sum</c> as it is from version 3.12 on: once there is a float, what each addition rounds away is added up beside the sum
    /// (the Kahan-Babuska sum in Neumaier's variant) and put to it at the end.
    /// </summary>
    public static Value Sum(ReadOnlySpan<Value> items, Value start)
    {
        var sum = start;
        for (var i = 0; i < items.Length; i++)
        {
            if (sum.Kind == ValueKind.Float) i = AddFloats(items, i, ref sum);
            if (i < items.Length) sum = Operators.Add(sum, items[i]);
        }

        return sum;
    }

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

    // Adds floats and small ints to a float, and gives the place of the first item that is neither.
    private static int AddFloats(ReadOnlySpan<Value> items, int first, ref Value sum)
    {
        var (total, lost, i) = (sum.Float, 0.0, first);
        for (; i < items.Length; i++)
        {
            if (items[i].IsSmall)
            {
                total += items[i].Small;
            }
            else if (items[i].Kind == ValueKind.Float)
            {
                var (item, before) = (items[i].Float, total);
                total = before + item;
                lost += Math.Abs(before) >= Math.Abs(item) ? before - total + item : item - total + before;
            }
            else
            {
                break;
            }
        }

        sum = Value.Of(lost != 0 && double.IsFinite(lost) ? total + lost : total);
        return i;
    }
}
