using Analyzer.Platform;

namespace Analyzer.Hud.Digits;

/// <summary>A race clock never runs backwards: of readings that contradict each other the fewest are given up.</summary>
internal static class ClockOrder
{
    // More contradictions than this share are no misreadings: the video itself sets its clock back (two runs in one file).
    private const double MisreadShare = 0.05;

    /// <summary>Empties the readings outside the longest non-decreasing subsequence.</summary>
    public static void DropBackward(int?[] values)
    {
        int[] read = [.. Enumerable.Range(0, values.Length).Where(frame => values[frame] is not null)];
        var kept = NonDecreasing.LongestSubsequence([.. read.Select(frame => (long)values[frame]!.Value)]);
        if (read.Length - kept.Count > MisreadShare * read.Length)
            return;

        foreach (var frame in read.Except(kept.Select(i => read[i])))
            values[frame] = null;
    }
}
