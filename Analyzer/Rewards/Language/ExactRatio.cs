using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>Correctly rounded conversions between ints, ratios and doubles: to the nearest one, ties to even.</summary>
internal static class ExactRatio
{
    private const int MantissaBits = 53;
    private const int MinExponent = -1074;
    private const int MaxDigits = 323;

    /// <summary>The double nearest to a ratio; raises where it is beyond the largest.</summary>
    public static double ToDouble(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var magnitude = BigInteger.Abs(numerator);
        if (magnitude.IsZero) return 0;

        var exponent = Math.Max((int)(magnitude.GetBitLength() - denominator.GetBitLength()) - MantissaBits, MinExponent);
        var mantissa = Scaled(magnitude, denominator, exponent);
        if (mantissa.GetBitLength() > MantissaBits) mantissa = Scaled(magnitude, denominator, ++exponent);

        var result = Math.ScaleB((double)(long)mantissa, exponent);
        if (double.IsInfinity(result)) throw EvaluationException.Overflow();
        return numerator.Sign < 0 ? -result : result;
    }

    /// <summary>The whole number nearest to a ratio, ties to even.</summary>
    /// <param name="numerator">Any number.</param>
    /// <param name="denominator">A number above zero.</param>
    public static BigInteger Round(BigInteger numerator, BigInteger denominator)
    {
        var quotient = IntegerMath.FloorDivide(numerator, denominator);
        var twiceRest = (numerator - (quotient * denominator)) * 2;
        var side = twiceRest.CompareTo(denominator);
        return side > 0 || (side == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    /// <summary>Python's <c>round(value, digits)</c>: the double nearest to the exact value rounded to decimal digits.</summary>
    public static double Round(double value, BigInteger digits)
    {
        if (!double.IsFinite(value) || value == 0 || digits > MaxDigits) return value;
        if (digits < -308) return Math.CopySign(0, value);

        var (numerator, denominator) = Of(value);
        var power = BigInteger.Pow(10, (int)BigInteger.Abs(digits));
        var rounded = digits.Sign >= 0
            ? ToDouble(Round(numerator * power, denominator), power)
            : ToDouble(Round(numerator, denominator * power) * power, BigInteger.One);
        return Math.CopySign(rounded, value);
    }

    private static BigInteger Scaled(BigInteger numerator, BigInteger denominator, int exponent) =>
        exponent >= 0 ? Round(numerator, denominator << exponent) : Round(numerator << -exponent, denominator);

    private static (BigInteger Numerator, BigInteger Denominator) Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        if (bits < 0) mantissa = -mantissa;
        var exponent = Math.Max(biased, 1) - 1075;
        return exponent >= 0 ? (mantissa << exponent, BigInteger.One) : (mantissa, BigInteger.One << -exponent);
    }
}
