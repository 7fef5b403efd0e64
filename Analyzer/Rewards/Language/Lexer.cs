using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Analyzer.Rewards.Language;

/// <summary>Cuts an expression's text into tokens, as Python does; <c>{name}</c> is a name too.</summary>
internal sealed partial class Lexer(string source)
{
    private static readonly string[] Symbols =
        ["**", "//", "<=", ">=", "==", "!=", "+", "-", "*", "/", "%", "<", ">", "(", ")", "[", "]", ",", "."];

    private int offset;

    /// <summary>All tokens, with an end token last.</summary>
    public List<Token> Tokens()
    {
        var tokens = new List<Token>();
        do
        {
            while (offset < source.Length && char.IsWhiteSpace(source[offset])) offset++;
            tokens.Add(Next());
        }
        while (tokens[^1].Kind != TokenKind.End);

        return tokens;
    }

    [GeneratedRegex(@"\G(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+)")]
    private static partial Regex BasedNumber();

    [GeneratedRegex(@"\G(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?")]
    private static partial Regex DecimalNumber();

    [GeneratedRegex(@"\G[\p{L}_][\p{L}\p{Nd}_]*")]
    private static partial Regex Identifier();

    private Token Next()
    {
        var start = offset;
        if (start == source.Length) return new Token(TokenKind.End, "", start);
        if (char.IsAsciiDigit(source[start]) || (source[start] == '.' && start + 1 < source.Length && char.IsAsciiDigit(source[start + 1])))
            return Number(start);
        if (source[start] is '\'' or '"') return Text(start);
        if (source[start] == '{') return Braced(start);
        if (Identifier().Match(source, start) is { Success: true } name) return Take(TokenKind.Name, name.Value);
        if (Array.Find(Symbols, symbol => string.CompareOrdinal(source, start, symbol, 0, symbol.Length) == 0) is { } found)
            return Take(TokenKind.Symbol, found);
        throw new RewardException(Unknown(source[start]), source, start);
    }

    private Token Take(TokenKind kind, string text, Value value = default)
    {
        var token = new Token(kind, text, offset, value);
        offset += text.Length;
        return token;
    }

    private Token Number(int start)
    {
        var based = BasedNumber().Match(source, start);
        var text = based.Success ? based.Value : DecimalNumber().Match(source, start).Value;
        var end = start + text.Length;
        if (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '_' or '.'))
            throw new RewardException($"`{text}{source[end]}` is no number", source, start);
        return Take(TokenKind.Number, text, based.Success ? Based(text) : Decimal(text, start));
    }

    private static Value Based(string text)
    {
        var bits = char.ToLowerInvariant(text[1]) switch { 'x' => 4, 'o' => 3, _ => 1 };
        var digits = text[2..].Where(character => character != '_');
        return Value.Of(digits.Aggregate(BigInteger.Zero, (value, digit) => (value << bits) + Convert.ToInt32(digit.ToString(), 16)));
    }

    private Value Decimal(string text, int start)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        if (!digits.All(char.IsAsciiDigit)) return Value.Of(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
        if (digits.Length > 4_300) throw new RewardException($"a whole number of {digits.Length:N0} digits; at most 4,300 are read", source, start);
        if (digits[0] == '0' && digits.Any(digit => digit != '0'))
            throw new RewardException($"`{text}` starts with a zero; write `{digits.TrimStart('0')}`", source, start);
        return Value.Of(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
    }

    private Token Text(int start)
    {
        var value = new StringBuilder();
        for (var i = start + 1; i < source.Length && source[i] != '\n'; i++)
        {
            if (source[i] == source[start]) return Take(TokenKind.Text, source[start..(i + 1)], Value.Of(value.ToString()));
            if (source[i] == '\\' && i + 1 < source.Length)
                value.Append(Unescaped(source[++i]));
            else
                value.Append(source[i]);
        }

        throw new RewardException($"the text has no closing {source[start]}", source, start);
    }

    private static string Unescaped(char character) => character switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        '\\' or '\'' or '"' => character.ToString(),
        _ => $"\\{character}",
    };

    private Token Braced(int start)
    {
        var end = source.IndexOf('}', start);
        if (end < 0) throw new RewardException("`{` has no closing `}`", source, start);
        var name = source[(start + 1)..end];
        offset = end + 1;
        return new Token(TokenKind.BracedName, name.Trim(), start + 1 + name.Length - name.TrimStart().Length);
    }

    private static string Unknown(char character) => character switch
    {
        '=' => "`=` sets nothing here; to compare, write `==`",
        '!' => "`!` is not part of the language; write `not` or `!=`",
        '&' => "`&` is not part of the language; write `and`",
        '|' => "`|` is not part of the language; write `or`",
        '^' => "`^` is not part of the language; a power is written `**`",
        '}' => "`}` closes nothing",
        _ => $"`{character}` is not part of the language",
    };
}
