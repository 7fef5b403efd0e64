namespace Analyzer.Rewards.Language;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind
{
    Number,
    Text,
    Name,
    BracedName,
    Symbol,
    End,
}

/// <summary>A piece of an expression's text.</summary>
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
