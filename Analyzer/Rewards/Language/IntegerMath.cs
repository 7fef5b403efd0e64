using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>Python's arithmetic on ints: exact at any size, division and remainder towards minus infinity.</summary>
internal static class IntegerMath
{
    // Modular powers of 1,024 bits throughout: some milliseconds.
    private const long MaxModularWork = 1L << 30;

    public static Value Add(Value left, Value right) =>
        left.IsSmall && right.IsSmall ? Value.Of((Int128)left.Small + right.Small) : Value.Of(left.Integer + right.Integer);

    public static Value Subtract(Value left, Value right) =>
        left.IsSmall && right.IsSmall ? Value.Of((Int128)left.Small - right.Small) : Value.Of(left.Integer - right.Integer);

    public static Value Multiply(Value left, Value right) =>
        left.IsSmall && right.IsSmall ? Value.Of((Int128)left.Small * right.Small) : Value.Of(left.Integer * right.Integer);

    /// <summary>True division: the double nearest to the exact ratio.</summary>
    public static Value Divide(Value left, Value right)
    {
        if (!right.Truth) throw EvaluationException.DivisionByZero();
        return Value.Of(left.IsExactAsDouble && right.IsExactAsDouble
            ? (double)left.Small / right.Small
            : ExactRatio.ToDouble(left.Integer, right.Integer));
    }

    public static Value FloorDivide(Value left, Value right) =>
        right.Truth ? Value.Of(FloorDivide(left.Integer, right.Integer)) : throw EvaluationException.DivisionByZero();

    public static Value Modulo(Value left, Value right) =>
        right.Truth ? Value.Of(Modulo(left.Integer, right.Integer)) : throw EvaluationException.DivisionByZero();

    /// <summary>A power; with a negative exponent a float.</summary>
    public static Value Power(Value left, Value right)
    {
        var (number, exponent) = (left.Integer, right.Integer);
        if (exponent.Sign < 0) return FloatMath.Power(left.ToDouble(), right.ToDouble());
        if (number.IsZero || number.IsOne) return Value.Of(exponent.IsZero ? BigInteger.One : number);
        if (number == BigInteger.MinusOne) return Value.Of(exponent.IsEven ? 1L : -1L);
        var bits = (BigInteger.Abs(number).GetBitLength() - 1) * exponent;
        return bits <= Value.MaxIntBits ? Value.Of(BigInteger.Pow(number, (int)exponent)) : throw EvaluationException.TooLarge();
    }

    /// <summary>A power's remainder, <c>pow(number, exponent, modulus)</c>.</summary>
    public static Value Power(Value number, Value exponent, Value modulus)
    {
        if (!modulus.Truth) throw new EvaluationException("`pow` with a modulus of 0");
        if (exponent.Integer.Sign < 0) throw new EvaluationException("`pow` with a negative exponent and a modulus");
        EvaluationDeadline.Check();
        var bits = modulus.Integer.GetBitLength();
        if (bits * bits * exponent.Integer.GetBitLength() > MaxModularWork)
            throw new EvaluationException("`pow` of whole numbers too large for a modulus");
        var rest = BigInteger.ModPow(number.Integer, exponent.Integer, modulus.Integer);
        return Value.Of(Modulo(rest, modulus.Integer));
    }

    /// <summary>Python's <c>round(value, digits)</c> of an int: to tens, hundreds and so on where digits are negative.</summary>
    public static Value Round(Value value, BigInteger digits)
    {
        if (digits.Sign >= 0) return Value.Of(value.Integer);
        if (-digits > Value.MaxIntBits) return Value.Of(0L);
        var power = BigInteger.Pow(10, (int)-digits);
        return Value.Of(ExactRatio.Round(value.Integer, power) * power);
    }

    public static BigInteger FloorDivide(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return rest.Sign * right.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigInteger Modulo(BigInteger left, BigInteger right)
    {
        var rest = left % right;
        return rest.Sign * right.Sign < 0 ? rest + right : rest;
    }
}
