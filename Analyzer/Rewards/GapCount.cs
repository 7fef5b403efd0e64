using System.Globalization;

namespace Analyzer.Rewards;

/// <summary>Counts the rows without a value by their reasons, and says it once.</summary>
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

    /// <summary>The commonest reasons, as in <c>12 rows: division by zero, first in row 400</c>; null where no row was noted.</summary>
    public string? Describe()
    {
        if (reasons.Count == 0) return null;
        var parts = reasons.OrderByDescending(reason => reason.Value.Rows).Take(MaxReasons).Select(reason => reason.Value.Rows == 1
            ? $"1 row: {reason.Key}, in row {reason.Value.First}"
            : string.Create(CultureInfo.InvariantCulture, $"{reason.Value.Rows:N0} rows: {reason.Key}, first in row {reason.Value.First}"));
        return string.Join("; ", parts) + (reasons.Count > MaxReasons ? $"; and {reasons.Count - MaxReasons} other reasons" : "");
    }
}
