
namespace Analyzer.Rewards.Language;

/// <summary>Python's arithmetic operators: which arithmetic goes with which types.</summary>
internal static class Operators
{
    private const int MaxLength = 1_000;

    public static Value Add(Value left, Value right)
    {
        if (left.Kind == ValueKind.Float && right.Kind == ValueKind.Float) return Value.Of(left.Float + right.Float);
        if (left.IsInteger && right.IsInteger) return IntegerMath.Add(left, right);
        if (left.IsReal && right.IsReal) return Value.Of(left.ToDouble() + right.ToDouble());
        if (AreComplex(left, right)) return Value.Of(left.ToComplex() + right.ToComplex());
        return left.Kind == right.Kind ? Join(left, right) : throw EvaluationException.Operands("+", left, right);
    }

    public static Value Subtract(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger) return IntegerMath.Subtract(left, right);
        if (left.IsReal && right.IsReal) return Value.Of(left.ToDouble() - right.ToDouble());
        if (AreComplex(left, right)) return Value.Of(left.ToComplex() - right.ToComplex());
        throw EvaluationException.Operands("-", left, right);
    }

    public static Value Multiply(Value left, Value right)
    {
        if (left.Kind == ValueKind.Float && right.Kind == ValueKind.Float) return Value.Of(left.Float * right.Float);
        if (left.IsInteger && right.IsInteger) return IntegerMath.Multiply(left, right);
        if (left.IsReal && right.IsReal) return Value.Of(left.ToDouble() * right.ToDouble());
        if (AreComplex(left, right)) return Value.Of(left.ToComplex() * right.ToComplex());
        if (right.IsInteger) return Repeat(left, right);
        return left.IsInteger ? Repeat(right, left) : throw EvaluationException.Operands("*", left, right);
    }

    public static Value Divide(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger) return IntegerMath.Divide(left, right);
        if (left.IsReal && right.IsReal) return FloatMath.Divide(left.ToDouble(), right.ToDouble());
        if (AreComplex(left, right)) return FloatMath.Divide(left.ToComplex(), right.ToComplex());
        throw EvaluationException.Operands("/", left, right);
    }

    public static Value FloorDivide(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger) return IntegerMath.FloorDivide(left, right);
        if (left.IsReal && right.IsReal) return FloatMath.FloorDivide(left.ToDouble(), right.ToDouble());
        throw EvaluationException.Operands("//", left, right);
    }

    public static Value Modulo(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger) return IntegerMath.Modulo(left, right);
        if (left.IsReal && right.IsReal) return FloatMath.Modulo(left.ToDouble(), right.ToDouble());
        throw EvaluationException.Operands("%", left, right);
    }

    public static Value Power(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger) return IntegerMath.Power(left, right);
        if (left.IsReal && right.IsReal) return FloatMath.Power(left.ToDouble(), right.ToDouble());
        if (AreComplex(left, right)) return FloatMath.Power(left.ToComplex(), right.ToComplex());
        throw EvaluationException.Operands("**", left, right);
    }

    public static Value Negate(Value value) => value.Kind switch
    {
        ValueKind.Float => Value.Of(-value.Float),
        ValueKind.Complex => Value.Of(-value.ToComplex()),
        ValueKind.Bool or ValueKind.Int => Value.Of(-value.Integer),
        _ => throw EvaluationException.NotANumber(value),
    };

    public static Value Plus(Value value) => value.Kind switch
    {
        ValueKind.Float or ValueKind.Int or ValueKind.Complex => value,
        ValueKind.Bool => Value.Of(value.Small),
        _ => throw EvaluationException.NotANumber(value),
    };

    private static bool AreComplex(Value left, Value right) =>
        (left.Kind == ValueKind.Complex || right.Kind == ValueKind.Complex)
        && (left.IsReal || left.Kind == ValueKind.Complex) && (right.IsReal || right.Kind == ValueKind.Complex);

    private static Value Join(Value left, Value right) => left.Kind switch
    {
        ValueKind.Text => Value.Of(Bounded(left.Text.Length + right.Text.Length, () => left.Text + right.Text)),
        ValueKind.Tuple => Value.TupleOf(Join(left.Items, right.Items)),
        ValueKind.List => Value.ListOf(Join(left.Items, right.Items)),
        _ => throw EvaluationException.Operands("+", left, right),
    };

    private static Value[] Join(Value[] left, Value[] right) => Bounded(left.Length + right.Length, () => (Value[])[.. left, .. right]);

    // Only flat sequences repeat: repeated lists of repeated lists would grow beyond any bound.
    private static Value Repeat(Value value, Value times)
    {
        var count = IsEmpty(value) ? 0 : (long)System.Numerics.BigInteger.Clamp(times.Integer, 0, int.MaxValue);
        if (value.Kind == ValueKind.Text)
            return Value.Of(Bounded(value.Text.Length * count, () => string.Concat(Enumerable.Repeat(value.Text, (int)count))));
        if (!value.IsSequence || value.Items.Any(item => item.IsSequence)) throw EvaluationException.Operands("*", value, times);
        var repeated = Bounded(value.Items.Length * count, () => Enumerable.Repeat(value.Items, (int)count));
        var items = repeated.SelectMany(part => part).ToArray();
        return value.Kind == ValueKind.Tuple ? Value.TupleOf(items) : Value.ListOf(items);
    }

    private static bool IsEmpty(Value value) =>
        value.Kind == ValueKind.Text ? value.Text.Length == 0 : value is { IsSequence: true, Items: [] };

    private static T Bounded<T>(long length, Func<T> make)
    {
        EvaluationDeadline.Check();
        return length <= MaxLength ? make() : throw EvaluationException.TooLong();
    }
}
