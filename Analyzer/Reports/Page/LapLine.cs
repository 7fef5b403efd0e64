using Analyzer.Logs;
using Analyzer.Reports.Analyses;

namespace Analyzer.Reports.Page;

/// <summary>Chooses which laps the plots draw, and cuts a lap's line where the car was put back.</summary>
internal static class LapLine
{
    private const int MaxLaps = 12;

    /// <summary>The laps to draw: all, of very many the best and some evenly spaced ones.</summary>
    public static IReadOnlyList<Lap> Shown(ReportInput input)
    {
        var laps = input.CompletedLaps is { IsEmpty: false } completed ? completed : input.Trace.Laps;
        var step = (int)Math.Ceiling((double)laps.Length / MaxLaps);
        return [.. laps.Where((lap, place) => place % step == 0 || lap == input.Times.Best)];
    }

    /// <summary>The rows of a lap that were driven one after the other, cut where the simulator moved the car.</summary>
    public static IEnumerable<List<SimTraceRow>> Pieces(SimTrace trace, Lap lap)
    {
        var piece = new List<SimTraceRow>();
        for (var row = lap.FirstRow; row <= lap.LastRow; row++)
        {
            if (row > lap.FirstRow && !Laps.Driving.IsDrivenFrom(trace.Rows[row], trace.Rows[row - 1]))
            {
                if (piece.Count > 1) yield return piece;
                piece = [];
            }

            if (double.IsFinite(trace.Rows[row].X + trace.Rows[row].Y)) piece.Add(trace.Rows[row]);
        }

        if (piece.Count > 1) yield return piece;
    }
}
