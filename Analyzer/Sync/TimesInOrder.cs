namespace Analyzer.Sync;

/// <summary>
/// Times that never fall, out of times of which a few are wrong: those in the longest non-decreasing subsequence stay, the others are put
/// between their neighbours.
/// </summary>
internal static class TimesInOrder
{
    /// <summary>The times themselves where they are in order.</summary>
    public static long[] Of(long[] times)
    {
        var isInOrder = true;
        for (var i = 1; i < times.Length && isInOrder; i++) isInOrder = times[i] >= times[i - 1];
        return isInOrder ? times : Mended(times, LongestInOrder(times));
    }

    private static long[] Mended(long[] times, List<int> right)
    {
        var mended = new long[times.Length];
        Array.Fill(mended, times[right[0]], 0, right[0]);
        Array.Fill(mended, times[right[^1]], right[^1], times.Length - right[^1]);
        for (var i = 1; i < right.Count; i++)
        {
            var (before, after) = (right[i - 1], right[i]);
            for (var place = before; place < after; place++)
                mended[place] = times[before] + ((times[after] - times[before]) * (place - before) / (after - before));
        }

        return mended;
    }

    // By patience sorting: ends[k] is the place of the least time that can end a subsequence of k + 1.
    private static List<int> LongestInOrder(long[] times)
    {
        var (ends, before) = (new List<int>(), new int[times.Length]);
        for (var place = 0; place < times.Length; place++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (times[ends[middle]] <= times[place]) low = middle + 1;
                else high = middle;
            }

            before[place] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(place);
            else ends[low] = place;
        }

        var longest = new List<int>();
        for (var place = ends[^1]; place >= 0; place = before[place]) longest.Add(place);
        longest.Reverse();
        return longest;
    }
}
