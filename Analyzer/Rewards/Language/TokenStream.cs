namespace Analyzer.Rewards.Language;

/// <summary>The tokens of an expression, read one by one.</summary>
internal sealed class TokenStream(string source)
{
    /// <summary>The longest text that is read.</summary>
    public const int MaxLength = 10_000;

    private readonly List<Token> tokens = source.Length <= MaxLength
        ? new Lexer(source).Tokens()
        : throw new ExpressionException($"an expression of {source.Length} characters; at most {MaxLength} are read", source, MaxLength);

    private int position;

    /// <summary>The token to be read next.</summary>
    public Token Current => tokens[position];

    /// <summary>Reads the next token.</summary>
    public Token Take() => tokens[position].Kind == TokenKind.End ? tokens[position] : tokens[position++];

    /// <summary>Whether the next token is a certain symbol or word, and so many tokens on another.</summary>
    public bool Is(string text, int ahead = 0) =>
        position + ahead < tokens.Count
        && tokens[position + ahead] is { Kind: TokenKind.Symbol or TokenKind.Name } token && token.Text == text;

    /// <summary>Reads the next token if it is a certain symbol or word.</summary>
    public bool Accept(string text)
    {
        if (!Is(text)) return false;
        position++;
        return true;
    }

    /// <summary>Reads a symbol or word that has to come next.</summary>
    public void Expect(string text, string after)
    {
        if (!Accept(text)) throw Error($"{Current.Name} where `{text}` should close {after}");
    }

    /// <summary>The operator between two operands that comes next, those of two words too; empty where none does.</summary>
    public string Infix => Current switch
    {
        { Kind: not (TokenKind.Symbol or TokenKind.Name) } => "",
        { Text: "not" } when Is("in", 1) => "not in",
        { Text: "is" } when Is("not", 1) => "is not",
        var token => token.Text,
    };

    /// <summary>An error at the next token.</summary>
    public ExpressionException Error(string message) => ErrorAt(Current, message);

    /// <summary>An error at a token.</summary>
    public ExpressionException ErrorAt(Token token, string message) => new(message, source, token.Offset);
}
