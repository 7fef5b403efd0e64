using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>
/// Sets a clock that is a few tens of milliseconds off right by the readings: lap by lap, every reading votes for the shifts that would
/// make it hit a row exactly. Readings of this lap agree on one shift, wrong ones scatter.
/// </summary>
internal static class RowClockRefiner
{
    private const int FarthestShiftMilliseconds = 300;
    private const int FewestVotes = 5;

    /// <summary>
    /// The clock with each lap shifted to where most readings hit a row; a lap without enough of them follows the lap before.
    /// </summary>
    public static RowClock Refine(RowClock rowClock, SimTrace trace, ImmutableArray<HudReading> readings)
    {
        // A picture shown for long has one vote.
        var shown = readings.Select(reading => reading.ClockMilliseconds).OfType<int>().Where(clock => clock > 0).Distinct().Order()
            .ToArray();
        var clocks = Enumerable.Range(0, rowClock.RowCount).Select(rowClock.At).ToArray();
        var shift = 0L;
        foreach (var lap in trace.Laps)
        {
            var rows = clocks.AsSpan(lap.FirstRow, lap.RowCount);
            foreach (ref var row in rows) row += shift;
            var change = ShiftOf(rows, shown);
            foreach (ref var row in rows) row += change;
            shift += change;
        }

        return new RowClock(clocks);
    }

    private static int ShiftOf(ReadOnlySpan<long> rows, int[] shown)
    {
        var votes = new int[(2 * FarthestShiftMilliseconds) + 1];
        int within = 0, first = 0;
        var from = Array.BinarySearch(shown, (int)rows[0] - FarthestShiftMilliseconds);
        for (var i = from < 0 ? ~from : from; i < shown.Length; i++)
        {
            if (shown[i] > rows[^1] + FarthestShiftMilliseconds) break;
            if (shown[i] >= rows[0] && shown[i] <= rows[^1]) within++;
            while (first < rows.Length && rows[first] < shown[i] - FarthestShiftMilliseconds) first++;
            for (var row = first; row < rows.Length && rows[row] <= shown[i] + FarthestShiftMilliseconds; row++)
                votes[shown[i] - rows[row] + FarthestShiftMilliseconds]++;
        }

        var best = FarthestShiftMilliseconds;
        for (var i = 0; i < votes.Length; i++)
            if (votes[i] > votes[best]) best = i;

        return votes[best] >= Math.Max(FewestVotes, within / 2) ? best - FarthestShiftMilliseconds : 0;
    }
}
