using System.Globalization;
using System.Text;

namespace Analyzer.Rewards.Language;

/// <summary>Python's escape sequences in a string: <c>\n \\ \' \x41 \101 \u0041 \U00000041</c>. An unknown one stays as it is.</summary>
internal static class TextEscape
{
    private const int MaxOctalDigits = 3;

    /// <summary>Appends what an escape stands for.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="source">The expression.</param>
    /// <param name="start">The place of the backslash, which is not the last character.</param>
    /// <returns>The place of the escape's last character.</returns>
    /// <exception cref="ExpressionException">It has too few digits, or stands for no character.</exception>
    public static int Append(StringBuilder text, string source, int start)
    {
        var letter = source[start + 1];
        switch (letter)
        {
            case 'x': return AppendHexadecimal(text, source, start, digits: 2);
            case 'u': return AppendHexadecimal(text, source, start, digits: 4);
            case 'U': return AppendHexadecimal(text, source, start, digits: 8);
            case 'N': throw new ExpressionException("`\\N{...}` is not part of the language; write the character itself", source, start);
            case >= '0' and <= '7': return AppendOctal(text, source, start);
            default:
                text.Append(Simple(letter));
                return start + 1;
        }
    }

    private static string Simple(char letter) => letter switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'v' => "\v",
        '\\' or '\'' or '"' => letter.ToString(),
        _ => $"\\{letter}",
    };

    private static int AppendHexadecimal(StringBuilder text, string source, int start, int digits)
    {
        var first = start + 2;
        var end = Math.Min(source.Length, first + digits);
        var isWhole = end - first == digits && source[first..end].All(char.IsAsciiHexDigit);
        var code = isWhole ? uint.Parse(source.AsSpan(first, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 0;
        if (!isWhole || !Rune.IsValid(code))
        {
            throw new ExpressionException(
                $"`{source[start..end]}` is no character: `\\{source[start + 1]}` takes {digits} digits", source, start);
        }

        text.Append(new Rune(code).ToString());
        return end - 1;
    }

    private static int AppendOctal(StringBuilder text, string source, int start)
    {
        var (code, end) = (0, start + 1);
        for (; end < source.Length && end <= start + MaxOctalDigits && source[end] is >= '0' and <= '7'; end++)
            code = (code * 8) + source[end] - '0';

        text.Append((char)code);
        return end - 1;
    }
}
