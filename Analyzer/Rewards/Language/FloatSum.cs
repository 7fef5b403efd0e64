namespace Analyzer.Rewards.Language;

/// <summary>
/// Python's <c>sum</c> as it is from version 3.12 on: once there is a float, what each addition rounds away is added up beside the sum
/// (the Kahan-Babuska sum in Neumaier's variant) and put to it at the end.
/// </summary>
internal static class FloatSum
{
    /// <summary>The start and all items, added from left to right.</summary>
    public static Value Of(ReadOnlySpan<Value> items, Value start)
    {
        var sum = start;
        for (var i = 0; i < items.Length; i++)
        {
            if (sum.Kind == ValueKind.Float) i = AddFloats(items, i, ref sum);
            if (i < items.Length) sum = Operators.Add(sum, items[i]);
        }

        return sum;
    }

    // Adds floats and small ints to a float, and gives the place of the first item that is neither.
    private static int AddFloats(ReadOnlySpan<Value> items, int first, ref Value sum)
    {
        var (total, lost, i) = (sum.Float, 0.0, first);
        for (; i < items.Length; i++)
        {
            if (items[i].IsSmall)
            {
                total += items[i].Small;
            }
            else if (items[i].Kind == ValueKind.Float)
            {
                var (item, before) = (items[i].Float, total);
                total = before + item;
                lost += Math.Abs(before) >= Math.Abs(item) ? before - total + item : item - total + before;
            }
            else
            {
                break;
            }
        }

        sum = Value.Of(lost != 0 && double.IsFinite(lost) ? total + lost : total);
        return i;
    }
}
