using Analyzer.Laps;
using Analyzer.Logs;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The window of rows that the reward plots show: the last driven steps of this lap. Resets and pauses are left out, and where they were
/// is known.
/// </summary>
/// <param name="trace">The log.</param>
internal sealed class DrivenSteps(SimTrace trace)
{
    /// <summary>How many steps are shown.</summary>
    public const int MaxSteps = 100;

    private readonly int[] rows = new int[MaxSteps];
    private readonly double[] values = new double[MaxSteps];
    private int count;

    /// <summary>How many there are, up to <see cref="MaxSteps"/>.</summary>
    public int Count => count;

    /// <summary>Finds them up to a row; none without one.</summary>
    public void LookBackFrom(SimTraceRow? last)
    {
        count = 0;
        if (last is null) return;
        var lap = trace.LapOf(last.Index);
        for (var row = last.Index; row >= lap.FirstRow && count < MaxSteps; row--)
            if (row == lap.FirstRow || trace.Rows[row].IsDrivenFrom(trace.Rows[row - 1])) rows[count++] = row;

        rows.AsSpan(0, count).Reverse();
    }

    /// <summary>A curve's values in them; overwritten by the next call.</summary>
    public ReadOnlySpan<double> Of(RewardCurve curve)
    {
        for (var place = 0; place < count; place++) values[place] = curve.Values[rows[place]];
        return values.AsSpan(0, count);
    }

    /// <summary>Whether something was left out right before a place.</summary>
    public bool IsCutBefore(int place) => place > 0 && rows[place] > rows[place - 1] + 1;
}
