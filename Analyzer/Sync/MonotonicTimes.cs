using Analyzer.Platform;

namespace Analyzer.Sync;

/// <summary>
/// Makes times non-decreasing of which a few are wrong: those in the longest non-decreasing subsequence stay, the others are interpolated
/// between their neighbours.
/// </summary>
internal static class MonotonicTimes
{
    /// <summary>The times themselves where they are in order.</summary>
    public static long[] Of(long[] times)
    {
        var isInOrder = true;
        for (var i = 1; i < times.Length && isInOrder; i++) isInOrder = times[i] >= times[i - 1];
        return isInOrder ? times : Mended(times, NonDecreasing.LongestSubsequence(times));
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
}
