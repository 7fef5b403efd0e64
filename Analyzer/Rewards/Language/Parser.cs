
namespace Analyzer.Rewards.Language;

/// <summary>Gives an expression's value in a row; raises <see cref="EvaluationException"/> where Python would raise.</summary>
internal delegate Value CellEvaluator(int row);

/// <summary>
/// Reads an expression by its operators' binding strengths, and compiles it to a tree of delegates over a run's columns. Bounds on
/// length, depth and size make a hostile text harmless.
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
        var value = Operation(Level.Or);
        if (!tokens.Accept("if")) return value;
        var condition = Operation(Level.Or);
        if (!tokens.Accept("else")) throw tokens.Error($"{tokens.Current.Name} where `else` and a value should follow the condition");
        var other = Nested(Expression);
        return row => condition(row).Truth ? value(row) : other(row);
    }

    private CellEvaluator Operation(Level least) => Nested(() =>
    {
        var left = Prefix(least);
        while (Infix.LevelOf(tokens.Infix) is var level && level != Level.None && level >= least)
        {
            left = level switch
            {
                Level.Or or Level.And => Logic(left, level),
                Level.Comparison => Chain(left),
                _ => Arithmetic(left, level),
            };
        }

        return left;
    });

    private CellEvaluator Prefix(Level least)
    {
        if (++operandCount > MaxOperands) throw tokens.Error($"an expression of more than {MaxOperands} values");
        if (tokens.Is("not"))
        {
            if (least > Level.Not) throw tokens.Error("`not` binds loosely; here it needs brackets: `(not ...)`");
            tokens.Take();
            var value = Operation(Level.Not);
            return row => Value.Of(!value(row).Truth);
        }

        if (tokens.Accept("-")) return Signed(Operators.Negate);
        return tokens.Accept("+") ? Signed(Operators.Plus) : operands.Read();
    }

    private CellEvaluator Signed(Func<Value, Value> sign)
    {
        var value = Operation(Level.Unary);
        return row => sign(value(row));
    }

    // `and` and `or` give one of their operands, and don't look at the second where the first decides.
    private CellEvaluator Logic(CellEvaluator left, Level level)
    {
        tokens.Take();
        var right = Operation(level + 1);
        var decides = level == Level.Or;
        return row => left(row) is var value && value.Truth == decides ? value : right(row);
    }

    private CellEvaluator Arithmetic(CellEvaluator left, Level level)
    {
        var apply = Infix.Arithmetic[tokens.Take().Text].Apply;
        var right = Operation(level == Level.Power ? Level.Unary : level + 1);
        return row =>
        {
            var (mine, other) = (left(row), right(row));

            // Floats and small ints take no time: most rows of most expressions have nothing else.
            if (!IsQuick(mine) || !IsQuick(other)) EvaluationTime.Check();
            return apply(mine, other);
        };
    }

    private CellEvaluator Chain(CellEvaluator first)
    {
        var links = new List<(Func<Value, Value, bool> Holds, CellEvaluator Right)>();
        while (Infix.LevelOf(tokens.Infix) == Level.Comparison)
        {
            var symbol = tokens.Infix;
            foreach (var _ in symbol.Split(' ')) tokens.Take();
            if (symbol is "is" or "is not" && !tokens.Is("None") && !tokens.Is("True") && !tokens.Is("False"))
                throw tokens.Error($"`{symbol}` goes with None, True or False only; write `{(symbol == "is" ? "==" : "!=")}`");
            links.Add((Infix.ComparisonOperators[symbol], Operation(Level.Sum)));
        }

        return row =>
        {
            var left = first(row);
            foreach (var (holds, next) in links)
            {
                var right = next(row);
                if (!IsQuick(left) || !IsQuick(right)) EvaluationTime.Check();
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
