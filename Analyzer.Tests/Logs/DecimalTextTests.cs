using System.Globalization;
using System.Text;
using Analyzer.Logs;
using FsCheck.Xunit;

namespace Analyzer.Tests.Logs;

public sealed class DecimalTextTests
{
    [Property(MaxTest = 1000)]
    public void What_is_read_is_the_double_that_the_framework_reads(ulong digits, byte point, bool isNegative)
    {
        var number = digits.ToString(CultureInfo.InvariantCulture);
        number = number[..Math.Min(number.Length, 1 + point % 20)];
        var text = (isNegative ? "-" : "") + number.Insert(point % (number.Length + 1), ".");

        if (DecimalText.TryRead(Encoding.UTF8.GetBytes(text), out var value))
            Assert.Equal(BitsOf(double.Parse(text, CultureInfo.InvariantCulture)), BitsOf(value));
        else
            Assert.True(number.Length > 15, $"{text} has few enough digits to be read");
    }

    [Theory]
    [InlineData("57.86213677396928")]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("-.5")]
    [InlineData("7.")]
    [InlineData("1606724653.123")]
    [InlineData("0.00000000000000017")]
    [InlineData("9007199254740992")]
    public void A_plain_decimal_is_read_to_the_last_bit(string text)
    {
        Assert.True(DecimalText.TryRead(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(BitsOf(double.Parse(text, CultureInfo.InvariantCulture)), BitsOf(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e5")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("nan")]
    [InlineData("\u0661")]
    [InlineData("9007199254740993")]
    [InlineData("0.1234567890123456789")]
    public void All_else_is_left_to_the_framework(string text) =>
        Assert.False(DecimalText.TryRead(Encoding.UTF8.GetBytes(text), out _));

    private static long BitsOf(double value) => BitConverter.DoubleToInt64Bits(value);
}
