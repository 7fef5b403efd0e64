using Analyzer.Platform;

namespace Analyzer.Rewards.Language;

/// <summary>Parses operands: literals, columns, calls, and what is in brackets.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="table">What names mean.</param>
/// <param name="expression">Reads a whole expression, for what is in brackets.</param>
internal sealed class OperandParser(TokenStream tokens, RowTable table, Func<CellEvaluator> expression)
{
    private const string Params = "params";

    private static readonly HashSet<string> Reserved = ["and", "or", "not", "if", "else", "in", "is", "for", "lambda", "await", "yield"];

    /// <summary>Reads the operand that comes next, with its indexes.</summary>
    public CellEvaluator Read()
    {
        var (operand, isOwnList) = Primary();
        while (tokens.Is("["))
        {
            if (!isOwnList) throw tokens.Error("only a row's own lists can be indexed: `closest_waypoints` and `waypoints`");
            tokens.Take();
            operand = Index(operand, expression());
            tokens.Expect("]", "the index");
        }

        if (tokens.Is(".")) throw tokens.Error("`.` is for `math.` only: values have no attributes here");
        return tokens.Is("(") ? throw tokens.Error("only functions can be called, by their names") : operand;
    }

    private (CellEvaluator Value, bool IsOwnList) Primary()
    {
        var token = tokens.Current;
        switch (token)
        {
            case { Kind: TokenKind.Number }:
                tokens.Take();
                return (_ => token.Value, false);
            case { Kind: TokenKind.Text }:
                return (Texts(), false);
            case { Kind: TokenKind.BracedName }:
                return ColumnOrGap(tokens.Take());
            case { Kind: TokenKind.Name } when !Reserved.Contains(token.Text):
                return Name(tokens.Take());
            case { Text: "(" }:
                tokens.Take();
                return (Brackets(), false);
            case { Text: "[" }:
                tokens.Take();
                var items = List("]", "the list");
                return (row => Value.ListOf(Array.ConvertAll(items, item => item(row))), false);
            default:
                throw tokens.Error($"{token.Name} where a value should be");
        }
    }

    private CellEvaluator Texts()
    {
        var text = "";
        while (tokens.Current.Kind == TokenKind.Text) text += tokens.Take().Value.Text;
        var value = Value.Of(text);
        return _ => value;
    }

    private CellEvaluator Brackets()
    {
        if (tokens.Accept(")")) return _ => Value.TupleOf();
        var first = expression();
        if (tokens.Accept(")")) return first;
        if (!tokens.Accept(",")) tokens.Expect(")", "the bracket");
        CellEvaluator[] items = [first, .. List(")", "the bracket")];
        return row => Value.TupleOf(Array.ConvertAll(items, item => item(row)));
    }

    private CellEvaluator[] List(string close, string what)
    {
        var items = new List<CellEvaluator>();
        while (!tokens.Accept(close))
        {
            items.Add(expression());
            if (!tokens.Is(close) && !tokens.Accept(",")) tokens.Expect(close, what);
        }

        return [.. items];
    }

    private (CellEvaluator Value, bool IsOwnList) Name(Token name)
    {
        if (name.Text == "math" && tokens.Accept(".")) return (OfMath(tokens.Take()), false);
        if (name.Text == Params && table.Find(Params) is null) return ColumnOrGap(OfParams());
        if (tokens.Accept("(")) return (name.Text == "prev" ? Previous() : Call(name, FunctionOf(name)), false);
        return name.Text switch
        {
            "None" => (_ => Value.None, false),
            "True" => (_ => Value.Of(true), false),
            "False" => (_ => Value.Of(false), false),
            _ when table.Find(name.Text) is null && MathModule.Constants.TryGetValue(name.Text, out var constant) =>
                (_ => Value.Of(constant), false),
            _ => ColumnOrGap(name),
        };
    }

    // As a reward function asks for a column: params['speed'].
    private Token OfParams()
    {
        if (!tokens.Accept("[") || tokens.Current.Kind != TokenKind.Text)
            throw tokens.Error($"{tokens.Current.Name} where a name should be: write `params['speed']`, or just `speed`");
        var name = tokens.Take();
        tokens.Expect("]", "`params[`");
        return new Token(TokenKind.BracedName, name.Value.Text, name.Offset + 1);
    }

    private (CellEvaluator Value, bool IsOwnList) ColumnOrGap(Token name)
    {
        if (!table.IsGap(name.Text) || table.Find(name.Text) is not null)
        {
            var column = Column(name);
            return (row => column[row], column is [{ Kind: ValueKind.List }, ..]);
        }

        var reason = $"`{name.Text}` {table.WhyAbsent(name.Text)}";
        return (_ => throw new EvaluationException(reason), true);
    }

    private CellEvaluator OfMath(Token name)
    {
        if (MathModule.Constants.TryGetValue(name.Text, out var constant)) return _ => Value.Of(constant);
        if (!MathModule.Functions.TryGetValue(name.Text, out var function))
        {
            var known = MathModule.Functions.Keys.Concat(MathModule.Constants.Keys);
            throw tokens.ErrorAt(name, $"no `math.{name.Text}` in this language{Suggestion.For(name.Text, known, quote: "`")}");
        }

        return tokens.Accept("(")
            ? Call(name, function)
            : throw tokens.ErrorAt(name, $"`{name.Text}` is a function; write `math.{name.Text}(...)`");
    }

    private CellEvaluator Call(Token name, Function function)
    {
        var arguments = List(")", $"`{name.Text}(`");
        if (arguments.Length < function.MinArguments || arguments.Length > function.MaxArguments)
            throw tokens.ErrorAt(name, $"`{name.Text}` takes {function.Arity}, not {arguments.Length}");
        return row =>
        {
            EvaluationDeadline.Check();
            return function.Call(Array.ConvertAll(arguments, argument => argument(row)));
        };
    }

    private CellEvaluator Previous()
    {
        if (tokens.Current.Kind is not (TokenKind.Name or TokenKind.BracedName))
            throw tokens.Error($"{tokens.Current.Name} where `prev` takes a column's name");
        var column = Column(tokens.Take());
        var count = tokens.Accept(",") ? expression() : _ => Value.Of(1L);
        tokens.Expect(")", "`prev(`");
        return row => count(row) is { IsSmall: true, Small: >= 0 } rows
            ? column[table.Earlier(row, rows.Small)]
            : throw new EvaluationException("`prev` of a number of rows that is not 0, 1, 2 and so on");
    }

    private Function FunctionOf(Token name)
    {
        if (FindFunction(name.Text) is { } function) return function;
        if (table.Find(name.Text) is not null) throw tokens.ErrorAt(name, $"`{name.Text}` is a column and cannot be called");
        var known = Builtins.Functions.Keys.Concat(MathModule.Functions.Keys).Append("prev");
        throw tokens.ErrorAt(name, $"no function `{name.Text}`{Suggestion.For(name.Text, known, quote: "`")}");
    }

    private static Function? FindFunction(string name) =>
        Builtins.Functions.GetValueOrDefault(name) ?? MathModule.Functions.GetValueOrDefault(name);

    private Value[] Column(Token name)
    {
        if (table.Find(name.Text) is { } column) return column;
        if (table.WhyAbsent(name.Text) is { } reason) throw tokens.ErrorAt(name, $"`{name.Text}` {reason}");
        if (name.Kind == TokenKind.Name && (name.Text == "prev" || FindFunction(name.Text) is not null))
            throw tokens.ErrorAt(name, $"`{name.Text}` is a function; write `{name.Text}(...)`");
        throw tokens.ErrorAt(name, $"no column `{name.Text}`{Suggestion.For(name.Text, table.Names, quote: "`")}");
    }

    private static CellEvaluator Index(CellEvaluator list, CellEvaluator index) => row =>
    {
        var (container, place) = (list(row), index(row));
        if (!container.IsSequence) throw new EvaluationException($"an index into a {container.TypeName}");
        if (!place.IsInteger) throw new EvaluationException($"a {place.TypeName} as an index");
        var length = container.Items.Length;
        var from0 = place.Integer.Sign < 0 ? place.Integer + length : place.Integer;
        return from0.Sign >= 0 && from0 < length
            ? container.Items[(int)from0]
            : throw new EvaluationException($"the index {place.Integer} into a list of {length}");
    };
}
