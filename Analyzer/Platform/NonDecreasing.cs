namespace Analyzer.Platform;

/// <summary>The longest non-decreasing subsequence, by patience sorting: O(n log n).</summary>
internal static class NonDecreasing
{
    /// <summary>The indices of the values in it, ascending; of several that are equally long one that ends low.</summary>
    public static List<int> LongestSubsequence(ReadOnlySpan<long> values)
    {
        // ends[k] is the index of the least value that can end a subsequence of k + 1.
        var (ends, before) = (new List<int>(), new int[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (values[ends[middle]] <= values[i]) low = middle + 1;
                else high = middle;
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }

        var longest = new List<int>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = before[i]) longest.Add(i);
        longest.Reverse();
        return longest;
    }
}
