using System.Text;

namespace Analyzer.Rewards.Language;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    Number,
    Text,
    Name,
    BracedName,
    Symbol,
    End,
}

/// <summary>A token: a piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a braced name the name within.</param>
/// <param name="Offset">Its place in the text, from 0.</param>
/// <param name="Value">The value of a number or text.</param>
internal sealed record Token(TokenKind Kind, string Text, int Offset, Value Value = default)
{
    /// <summary>The token as messages name it.</summary>
    public string Name => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"the text {Text}",
        _ => $"`{Text}`",
    };
}

/// <summary>Cuts an expression's text into tokens, as Python does; <c>{name}</c> is a name too.</summary>
internal sealed class Lexer(string source)
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

    private Token Next()
    {
        var start = offset;
        if (start == source.Length) return new Token(TokenKind.End, "", start);
        if (char.IsAsciiDigit(source[start]) || (source[start] == '.' && start + 1 < source.Length && char.IsAsciiDigit(source[start + 1])))
            return Number(start);
        if (source[start] is '\'' or '"') return Text(start);
        if (source[start] == '{') return Braced(start);
        if (IsLetter(source[start])) return Take(TokenKind.Name, source[start..EndOf(start, IsPartOfName)]);
        if (Array.Find(Symbols, symbol => string.CompareOrdinal(source, start, symbol, 0, symbol.Length) == 0) is { } found)
            return Take(TokenKind.Symbol, found);
        throw new ExpressionException(Unknown(source[start]), source, start);
    }

    private Token Take(TokenKind kind, string text, Value value = default)
    {
        var token = new Token(kind, text, offset, value);
        offset += text.Length;
        return token;
    }

    // All that looks like a part of the number, so that `12px` is one wrong number and not two tokens.
    private Token Number(int start)
    {
        var end = EndOf(start, IsPartOfNumber);
        var mayHaveSign = end < source.Length && source[end] is '+' or '-' && char.ToLowerInvariant(source[end - 1]) == 'e';
        if (mayHaveSign && source[start..(end - 1)].All(character => char.IsAsciiDigit(character) || character is '.' or '_'))
            end = EndOf(end + 1, IsPartOfNumber);

        var text = source[start..end];
        if (text.Length > NumberLiteral.MaxLength)
            throw new ExpressionException($"a number of more than {NumberLiteral.MaxLength} digits", source, start);
        return NumberLiteral.Parse(text) is { } value
            ? Take(TokenKind.Number, text, value)
            : throw new ExpressionException($"`{(text.Length > 40 ? $"{text[..40]}..." : text)}` is no number", source, start);
    }

    private Token Text(int start)
    {
        var value = new StringBuilder();
        for (var i = start + 1; i < source.Length && source[i] != '\n'; i++)
        {
            if (source[i] == source[start]) return Take(TokenKind.Text, source[start..(i + 1)], Value.Of(value.ToString()));
            if (source[i] == '\\' && i + 1 < source.Length)
                i = TextEscape.Append(value, source, i);
            else
                value.Append(source[i]);
        }

        throw new ExpressionException($"the text has no closing {source[start]}", source, start);
    }

    private Token Braced(int start)
    {
        var end = source.IndexOf('}', start);
        if (end < 0) throw new ExpressionException("`{` has no closing `}`", source, start);
        var name = source[(start + 1)..end];
        offset = end + 1;
        return new Token(TokenKind.BracedName, name.Trim(), start + 1 + name.Length - name.TrimStart().Length);
    }

    private static bool IsLetter(char character) => char.IsLetter(character) || character == '_';

    private static bool IsPartOfName(char character) => IsLetter(character) || char.IsDigit(character);

    private static bool IsPartOfNumber(char character) => IsPartOfName(character) || character == '.';

    // The end of a run of characters.
    private int EndOf(int start, Func<char, bool> belongs)
    {
        while (start < source.Length && belongs(source[start])) start++;
        return start;
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
