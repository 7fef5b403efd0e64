namespace Analyzer.Rewards.Language;

/// <summary>An expression that cannot be read. The message is one line: what is wrong and what would be right.</summary>
internal sealed class ExpressionException : Exception
{
    private const int ContextLength = 40;

    /// <summary>An error at a place in an expression.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="expression">The expression's text.</param>
    /// <param name="offset">The place in it, from 0.</param>
    public ExpressionException(string message, string expression, int offset) : base(message) =>
        (Expression, Column) = (expression, offset + 1);

    /// <summary>The expression's text.</summary>
    public string Expression { get; }

    /// <summary>The place in the expression, from 1.</summary>
    public int Column { get; }

    /// <summary>Two lines: the expression (the part around the place, where it is long) and a caret under the place.</summary>
    public string Excerpt
    {
        get
        {
            var flat = string.Concat(Expression.Select(character => char.IsWhiteSpace(character) ? ' ' : character));
            var offset = Column - 1;
            var start = Math.Max(0, offset - ContextLength);
            var end = Math.Min(flat.Length, offset + ContextLength);
            var before = start > 0 ? "..." : "";
            var after = end < flat.Length ? "..." : "";
            return $"{before}{flat[start..end]}{after}\n{new string(' ', before.Length + offset - start)}^";
        }
    }
}
