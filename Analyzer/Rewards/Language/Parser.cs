
namespace Analyzer.Rewards.Language;

/// <summary>Gives an expression's value in a row; raises <see cref="EvaluationException"/> where Python would raise.</summary>
internal delegate Value CellEvaluator(int row);

/// <summary>
/// A precedence-climbing (Pratt) parser: compiles an expression to a tree of delegates over a run's columns. Bounds on length, depth and
/// size make a hostile text harmless.
/// </summary>
internal sealed class Parser
{
    private const int MaxDepth = 100;
    private const int MaxOperands = 2_000;

    private readonly TokenStream tokens;
    private readonly OperandParser operands;
    private int depth;
    private int operandCount;

    private Parser(string text, RowTable table)
    {
        tokens = new TokenStream(text);
        operands = new OperandParser(tokens, table, Expression);
    }

    /// <summary>Compiles an expression.</summary>
    public static CellEvaluator Compile(string text, RowTable table)
    {
        var parser = new Parser(text, table);
        if (parser.tokens.Current.Kind == TokenKind.End) throw parser.tokens.Error("an empty expression; for nothing write 0");
        var evaluation = parser.Expression();
        return parser.tokens.Current.Kind == TokenKind.End
            ? evaluation
            : throw parser.tokens.Error($"{parser.tokens.Current.Name} after the expression's end; an operator is missing before it");
    }

    private CellEvaluator Expression()
    {
        var value = Operation(Precedence.Or);
        if (!tokens.Accept("if")) return value;
        var condition = Operation(Precedence.Or);
        if (!tokens.Accept("else")) throw tokens.Error($"{tokens.Current.Name} where `else` and a value should follow the condition");
        var other = Nested(Expression);
        return row => condition(row).Truth ? value(row) : other(row);
    }

    private CellEvaluator Operation(Precedence loosest) => Nested(() =>
    {
        var left = Prefix(loosest);
        while (InfixOperators.PrecedenceOf(tokens.Infix) is var precedence && precedence != Precedence.None && precedence >= loosest)
        {
            left = precedence switch
            {
                Precedence.Or or Precedence.And => Logic(left, precedence),
                Precedence.Comparison => Chain(left),
                _ => Arithmetic(left, precedence),
            };
        }

        return left;
    });

    private CellEvaluator Prefix(Precedence loosest)
    {
        if (++operandCount > MaxOperands) throw tokens.Error($"an expression of more than {MaxOperands} values");
        if (tokens.Is("not"))
        {
            if (loosest > Precedence.Not) throw tokens.Error("`not` binds loosely; here it needs brackets: `(not ...)`");
            tokens.Take();
            var value = Operation(Precedence.Not);
            return row => Value.Of(!value(row).Truth);
        }

        if (tokens.Accept("-")) return Signed(Operators.Negate);
        return tokens.Accept("+") ? Signed(Operators.Plus) : operands.Read();
    }

    private CellEvaluator Signed(Func<Value, Value> sign)
    {
        var value = Operation(Precedence.Unary);
        return row => sign(value(row));
    }

    // `and` and `or` give one of their operands, and don't look at the second where the first decides.
    private CellEvaluator Logic(CellEvaluator left, Precedence precedence)
    {
        tokens.Take();
        var right = Operation(precedence + 1);
        var decides = precedence == Precedence.Or;
        return row => left(row) is var value && value.Truth == decides ? value : right(row);
    }

    private CellEvaluator Arithmetic(CellEvaluator left, Precedence precedence)
    {
        var apply = InfixOperators.Arithmetic[tokens.Take().Text].Apply;
        var right = Operation(precedence == Precedence.Power ? Precedence.Unary : precedence + 1);
        return row =>
        {
            var (mine, other) = (left(row), right(row));

            // Floats and small ints take no time: most rows of most expressions have nothing else.
            if (!IsQuick(mine) || !IsQuick(other)) EvaluationDeadline.Check();
            return apply(mine, other);
        };
    }

    private CellEvaluator Chain(CellEvaluator first)
    {
        var links = new List<(Func<Value, Value, bool> Holds, CellEvaluator Right)>();
        while (InfixOperators.PrecedenceOf(tokens.Infix) == Precedence.Comparison)
        {
            var symbol = tokens.Infix;
            foreach (var _ in symbol.Split(' ')) tokens.Take();
            if (symbol is "is" or "is not" && !tokens.Is("None") && !tokens.Is("True") && !tokens.Is("False"))
                throw tokens.Error($"`{symbol}` goes with None, True or False only; write `{(symbol == "is" ? "==" : "!=")}`");
            links.Add((InfixOperators.ComparisonOperators[symbol], Operation(Precedence.Sum)));
        }

        return row =>
        {
            var left = first(row);
            foreach (var (holds, next) in links)
            {
                var right = next(row);
                if (!IsQuick(left) || !IsQuick(right)) EvaluationDeadline.Check();
                if (!holds(left, right)) return Value.Of(false);
                left = right;
            }

            return Value.Of(true);
        };
    }

    private static bool IsQuick(Value value) => value.Kind == ValueKind.Float || value.IsSmall;

    private CellEvaluator Nested(Func<CellEvaluator> read)
    {
        if (++depth > MaxDepth) throw tokens.Error($"an expression nested more than {MaxDepth} deep");
        var value = read();
        depth--;
        return value;
    }
}
