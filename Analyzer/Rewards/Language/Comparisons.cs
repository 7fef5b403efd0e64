using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>Python's comparisons: ints and floats by their exact values, sequences member by member, NaN unequal to all.</summary>
internal static class Comparisons
{
    public static bool AreEqual(Value left, Value right)
    {
        if (left.IsReal && right.IsReal) return Order(left, right) == 0;
        if (left.Kind == ValueKind.Complex || right.Kind == ValueKind.Complex) return AreEqualComplex(left, right);
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Text => left.Text == right.Text,
            ValueKind.Tuple or ValueKind.List =>
                left.Items.Length == right.Items.Length && FirstDifference(left.Items, right.Items) == left.Items.Length,
            _ => true,
        };
    }

    /// <summary>Whether a comparison of order holds.</summary>
    /// <param name="symbol">The operator, for the message.</param>
    /// <param name="left">Left operand.</param>
    /// <param name="right">Right operand.</param>
    /// <param name="holds">What the operator asks of the sign of the order.</param>
    public static bool Ordered(string symbol, Value left, Value right, Func<int, bool> holds)
    {
        if (left.IsReal && right.IsReal) return Order(left, right) is { } order && holds(order);
        if (left.Kind == ValueKind.Text && right.Kind == ValueKind.Text) return holds(Order(left.Text, right.Text));
        if (!left.IsSequence || left.Kind != right.Kind) throw EvaluationException.Operands(symbol, left, right);

        var (mine, other) = (left.Items, right.Items);
        var first = FirstDifference(mine, other);
        return first < Math.Min(mine.Length, other.Length)
            ? Ordered(symbol, mine[first], other[first], holds)
            : holds(mine.Length.CompareTo(other.Length));
    }

    /// <summary>Python's <c>in</c>: a member of a tuple or list, or a part of a text.</summary>
    public static bool Contains(Value container, Value value)
    {
        if (container.IsSequence) return container.Items.Any(item => AreEqual(item, value));
        if (container.Kind == ValueKind.Text && value.Kind == ValueKind.Text)
            return container.Text.Contains(value.Text, StringComparison.Ordinal);
        throw EvaluationException.Operands("in", value, container);
    }

    // Null where one of the two is NaN.
    private static int? Order(Value left, Value right)
    {
        if (left.IsSmall && right.IsSmall) return left.Small.CompareTo(right.Small);
        if (left.IsInteger && right.IsInteger) return left.Integer.CompareTo(right.Integer);
        if (left.IsInteger) return -Order(right.Float, left);
        if (right.IsInteger) return Order(left.Float, right);
        return double.IsNaN(left.Float) || double.IsNaN(right.Float) ? null : left.Float.CompareTo(right.Float);
    }

    private static int? Order(double left, Value right)
    {
        if (double.IsNaN(left)) return null;
        if (right.IsExactAsDouble) return left.CompareTo(right.Small);
        if (double.IsInfinity(left)) return Math.Sign(left);
        var whole = new BigInteger(Math.Floor(left)).CompareTo(right.Integer);
        return whole == 0 && left != Math.Floor(left) ? 1 : whole;
    }

    // By code points: by its halves a character beyond U+FFFF would come before U+E000.
    private static int Order(string left, string right)
    {
        var (mine, other) = (left.EnumerateRunes(), right.EnumerateRunes());
        while (true)
        {
            var (isMore, isOtherMore) = (mine.MoveNext(), other.MoveNext());
            if (!isMore || !isOtherMore) return isMore.CompareTo(isOtherMore);
            if (mine.Current.CompareTo(other.Current) is var order && order != 0) return order;
        }
    }

    private static bool AreEqualComplex(Value left, Value right)
    {
        var bothNumbers = (left.IsReal || left.Kind == ValueKind.Complex) && (right.IsReal || right.Kind == ValueKind.Complex);
        return bothNumbers && left.ToComplex() == right.ToComplex();
    }

    private static int FirstDifference(Value[] left, Value[] right)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shared; i++)
            if (!AreEqual(left[i], right[i])) return i;

        return shared;
    }
}
