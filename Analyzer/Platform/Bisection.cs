using System.Numerics;

namespace Analyzer.Platform;

/// <summary>Lower and upper bounds in ascending values, by binary search.</summary>
internal static class Bisection
{
    /// <summary>The first place whose value is at or above one; the number of values where none is.</summary>
    public static int LowerBound<T>(ReadOnlySpan<T> values, T value)
        where T : IComparisonOperators<T, T, bool>
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values[middle] >= value) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>The first place whose value is above one; the number of values where none is.</summary>
    public static int UpperBound<T>(ReadOnlySpan<T> values, T value)
        where T : IComparisonOperators<T, T, bool>
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values[middle] > value) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
