using System.Globalization;

namespace Analyzer.Rewards;

/// <summary>Counts the rows without a value by their reasons.</summary>
internal sealed class GapCount
{
    private const int MaxReasons = 3;

    private readonly Dictionary<string, (int Rows, int First)> reasons = new(StringComparer.Ordinal);

    /// <summary>Notes a row without a value.</summary>
    public void Add(int row, string reason)
    {
        var (rows, first) = reasons.GetValueOrDefault(reason, (0, row));
        reasons[reason] = (rows + 1, first);
    }

    /// <summary>What was noted; null where no row was.</summary>
    public RewardGaps? Summary()
    {
        if (reasons.Count == 0) return null;
        var commonest = reasons.OrderByDescending(reason => reason.Value.Rows).Take(MaxReasons).ToArray();
        var parts = commonest.Select(reason => reason.Value.Rows == 1
            ? $"1 row: {reason.Key}, in row {reason.Value.First}"
            : string.Create(CultureInfo.InvariantCulture, $"{reason.Value.Rows:N0} rows: {reason.Key}, first in row {reason.Value.First}"));
        var more = reasons.Count > MaxReasons ? $"; and {reasons.Count - MaxReasons} other reasons" : "";
        return new RewardGaps(string.Join("; ", parts) + more, commonest[0].Key);
    }
}
