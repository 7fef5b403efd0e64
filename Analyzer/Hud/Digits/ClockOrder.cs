namespace Analyzer.Hud.Digits;

/// <summary>A race clock never runs backwards: of readings that contradict each other the fewest are given up.</summary>
internal static class ClockOrder
{
    // More contradictions than this share are no misreadings: the video itself sets its clock back (two runs in one file).
    private const double MisreadShare = 0.05;

    /// <summary>Empties the readings outside the longest non-decreasing subsequence.</summary>
    public static void DropBackward(int?[] values)
    {
        var ends = new List<int>();
        var previous = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                var length = UpperBound(value, ends, values);
                previous[i] = length > 0 ? ends[length - 1] : -1;
                if (length == ends.Count)
                {
                    ends.Add(i);
                }
                else
                {
                    ends[length] = i;
                }
            }
        }

        var read = values.Count(value => value is not null);
        if (read - ends.Count > MisreadShare * read)
            return;

        var kept = new bool[values.Length];
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i])
            kept[i] = true;

        for (var i = 0; i < values.Length; i++)
            values[i] = kept[i] ? values[i] : null;
    }

    private static int UpperBound(int value, List<int> ends, int?[] values)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = values[ends[middle]] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
