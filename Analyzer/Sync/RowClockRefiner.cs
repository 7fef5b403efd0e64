using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Sync;

/// <summary>
/// Calibrates a <see cref="RowClock"/> that is a few tens of milliseconds off by the readings: lap by lap, every reading votes for the
/// shifts (a histogram) that would make it hit a row exactly. Readings of this lap agree on one shift, wrong ones scatter.
/// </summary>
internal static class RowClockRefiner
{
    private const int FarthestShiftMilliseconds = 300;
    private const int MinVotes = 5;

    // Far shifts are told from a part of the rows, so that hours take no time. By chance some 20 of them agree on one shift of a minute's.
    private const int MaxRowsAsked = 1000;
    private const int MinFarVotes = 40;

    // Four and a half hours of shifts: the race clock has two digits for minutes, and a vote takes four bytes.
    private const long MaxFarShifts = 1 << 24;

    /// <summary>
    /// The clock with each lap shifted to where most readings hit a row; a lap without enough of them follows the lap before.
    /// </summary>
    public static RowClock Refine(RowClock rowClock, SimTrace trace, ImmutableArray<HudReading> readings)
    {
        var shown = Shown(readings);
        var clocks = Clocks(rowClock);
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

    /// <summary>
    /// The clock shifted by as much as needed, as where a log's first rows are missing; null where the readings don't agree on one shift,
    /// or on several, as in logs whose rows all take the same time.
    /// </summary>
    public static RowClock? ShiftFar(RowClock rowClock, ImmutableArray<HudReading> readings)
    {
        var (shown, clocks) = (Shown(readings), Clocks(rowClock));
        if (shown.Length < MinFarVotes || clocks.Length < MinFarVotes) return null;
        var least = shown[0] - clocks[^1];
        var span = shown[^1] - clocks[0] - least + 1;
        if (span > MaxFarShifts) return null;
        var votes = new int[span];
        var stride = 1 + (clocks.Length / MaxRowsAsked);
        for (var row = 0; row < clocks.Length; row += stride)
            foreach (var clock in shown) votes[clock - clocks[row] - least]++;

        var best = Array.IndexOf(votes, votes.Max());
        var most = votes[best];
        var from = Math.Max(0, best - FarthestShiftMilliseconds);
        votes.AsSpan(from, Math.Min(votes.Length, best + FarthestShiftMilliseconds + 1) - from).Clear();
        return most >= MinFarVotes && most >= 2 * votes.Max()
            ? new RowClock([.. clocks.Select(clock => clock + least + best)])
            : null;
    }

    private static long[] Clocks(RowClock rowClock) => [.. Enumerable.Range(0, rowClock.RowCount).Select(rowClock.At)];

    // A picture shown for long has one vote.
    private static int[] Shown(ImmutableArray<HudReading> readings) =>
        [.. readings.Select(reading => reading.ClockMilliseconds).OfType<int>().Where(clock => clock > 0).Distinct().Order()];

    private static int ShiftOf(ReadOnlySpan<long> rows, int[] shown)
    {
        var votes = new int[(2 * FarthestShiftMilliseconds) + 1];
        int within = 0, first = 0;
        for (var i = Bisection.LowerBound(shown, (int)rows[0] - FarthestShiftMilliseconds); i < shown.Length; i++)
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

        return votes[best] >= Math.Max(MinVotes, within / 2) ? best - FarthestShiftMilliseconds : 0;
    }
}
