using System.Globalization;
using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>Python's number literals: <c>7 1_000 .5 2. 1e-3 0x1F 0b11 0o17</c>.</summary>
internal static class NumberLiteral
{
    /// <summary>The longest number that is read: an int of so many digits still fits.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The number that a text of at most <see cref="MaxLength"/> stands for; null where it is none.</summary>
    public static Value? Parse(string text)
    {
        if (text.Length > 2 && text[0] == '0' && char.IsLetter(text[1]) && char.ToLowerInvariant(text[1]) != 'e') return Based(text);
        var digits = WithoutUnderscores(text);
        if (!digits.All(char.IsAsciiDigit))
        {
            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            return double.TryParse(digits, Style, CultureInfo.InvariantCulture, out var value) ? Value.Of(value) : null;
        }

        if (digits[0] == '0' && digits.Any(digit => digit != '0')) return null;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small)
            ? Value.Of(small)
            : Value.Of(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The text without the underscores that Python allows: one between two digits. Where another stands, the text as it is.
    /// </summary>
    public static string WithoutUnderscores(string text)
    {
        for (var i = text.IndexOf('_', StringComparison.Ordinal); i >= 0; i = text.IndexOf('_', i + 1))
            if (i == 0 || i == text.Length - 1 || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1])) return text;

        return text.Replace("_", "", StringComparison.Ordinal);
    }

    private static Value? Based(string text)
    {
        var digitBits = char.ToLowerInvariant(text[1]) switch { 'x' => 4, 'o' => 3, 'b' => 1, _ => 0 };
        var value = BigInteger.Zero;
        foreach (var character in text[2..].Replace("_", "", StringComparison.Ordinal))
        {
            if (!char.IsAsciiHexDigit(character)) return null;
            var digit = Convert.ToInt32(character.ToString(), 16);
            if (digit >= 1 << digitBits) return null;
            value = (value << digitBits) + digit;
        }

        return Value.Of(value);
    }
}
