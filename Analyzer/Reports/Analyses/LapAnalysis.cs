using Analyzer.Laps;
using Analyzer.Logs;
using static System.FormattableString;

namespace Analyzer.Reports.Analyses;

/// <summary>A lap in numbers.</summary>
/// <param name="Lap">From 1.</param>
/// <param name="Steps">Rows of the log.</param>
/// <param name="Seconds">The official time; of a lap that was broken off, until its last row.</param>
/// <param name="Progress">The most of the lap that was driven, percent; null where the log has no number.</param>
/// <param name="Status">The log's word in the last row.</param>
/// <param name="Completed">Whether it was driven to its end.</param>
/// <param name="OffTrack">How often the car left the track.</param>
/// <param name="Crashed">How often it crashed.</param>
/// <param name="PausedSteps">Rows in which it waited out a penalty.</param>
/// <param name="Metres">The distance driven, without being put back.</param>
/// <param name="MeanSpeed">Displacement speed of the rows in progress, metres a second; null without any.</param>
/// <param name="TopSpeed">The highest steady speed (<see cref="LapAnalysis.SteadySpeed"/>) of the rows that tell of driving; null without
/// any.</param>
internal sealed record LapFigures(
    int Lap, int Steps, double Seconds, double? Progress, string Status, bool Completed, int OffTrack, int Crashed, int PausedSteps,
    double Metres, double? MeanSpeed, double? TopSpeed);

/// <summary>Measures each lap.</summary>
internal static class LapAnalysis
{
    // A standing car trembles by less than a millimetre a step, and its progress with it.
    private const double MinMetres = 0.01;
    private const double MinPercent = 0.1;

    /// <summary>Every lap.</summary>
    public static Report Add(ReportInput input, Report report) => report with
    {
        Laps = [.. input.Trace.Laps.Select(lap => Of(input.Times, lap))],
        BestLap = input.Times.Best?.Number,
        LapStart = input.LapStart,
    };

    /// <summary>
    /// That the car never drove, in a log that is cut off after the preparation or of a car that did not start; null where it did.
    /// </summary>
    public static VerdictSentence? Still(ReportInput input)
    {
        var (times, trace) = (input.Times, input.Trace);
        if (trace.Laps.Any(lap => times.ProgressAt(lap.LastRow) - times.ProgressAt(lap.FirstRow) >= MinPercent)) return null;
        if (trace.Rows.Skip(1).Any(row => IsDriving(trace, row.Index) && Metres(trace, row.Index) >= MinMetres)) return null;
        var words = trace.Rows.Where(row => row.Status != EpisodeStatus.InProgress).CountBy(row => row.StatusText)
            .OrderByDescending(status => status.Value)
            .Select(status => Invariant($"{status.Value} {status.Key.Replace('_', '-')}"))
            .ToList();
        var standing = trace.Rows.Count(row => row.Status == EpisodeStatus.InProgress);
        if (standing > 0) words.Add(Invariant($"{standing} in progress, in which the car stands"));
        return new VerdictSentence(
            Invariant($"Nothing was driven in the log's {trace.Rows.Length} {(trace.Rows.Length == 1 ? "row" : "rows")} ")
                + $"({Verdict.List(words)}): there is nothing to measure.",
            "lap:1");
    }

    /// <summary>Whether the car drove in a row: in progress, and not just put back by the simulator.</summary>
    public static bool IsDriving(SimTrace trace, int row) =>
        trace.Rows[row].Status == EpisodeStatus.InProgress && (row == 0 || trace.Rows[row].IsDrivenFrom(trace.Rows[row - 1]));

    /// <summary>Whether a row is one of the car's own choices: neither a pause nor before the lap.</summary>
    public static bool IsChosen(SimTraceRow row) => row.Status is not (EpisodeStatus.Pause or EpisodeStatus.Prepare);

    /// <summary>The row in which the car drove fastest, by its steady speed; null where it drove nowhere.</summary>
    public static SimTraceRow? FastestRow(SimTrace trace) =>
        trace.Rows.Where(row => IsDriving(trace, row.Index)).MaxBy(row => SteadySpeed(trace, row.Index));

    /// <summary>
    /// The middle one of the displacement speeds of a row and its neighbours, the lower one of two, metres a second. Simulators log place
    /// and time up to half a step apart: a single step may show twice the speed that was driven (7.31 m/s of a car that is told 4 at most).
    /// </summary>
    public static double SteadySpeed(SimTrace trace, int row)
    {
        var (before, here, after) = (
            SpeedBeside(trace, row, row - 1), trace.Rows[row].DisplacementSpeedMetresPerSecond, SpeedBeside(trace, row, row + 1));
        return before is not { } one || after is not { } other
            ? Math.Min(here, before ?? after ?? here)
            : Math.Max(Math.Min(one, other), Math.Min(here, Math.Max(one, other)));
    }

    private static double? SpeedBeside(SimTrace trace, int row, int near) =>
        near > 0 && near < trace.Rows.Length && trace.Rows[near].Episode == trace.Rows[row].Episode
        && trace.Rows[near].IsDrivenFrom(trace.Rows[near - 1])
            ? trace.Rows[near].DisplacementSpeedMetresPerSecond
            : null;

    private static LapFigures Of(LapTimes times, Lap lap)
    {
        var trace = times.Trace;
        var rows = Enumerable.Range(lap.FirstRow, lap.RowCount).ToArray();
        int Count(EpisodeStatus status) => rows.Count(row => trace.Rows[row].Status == status && trace.BeginsMishap(row));
        double[] speeds =
        [
            .. rows.Where(row => trace.Rows[row].Status == EpisodeStatus.InProgress)
                .Select(row => trace.Rows[row].DisplacementSpeedMetresPerSecond),
        ];
        var progress = times.ProgressAt(lap.LastRow);
        return new LapFigures(
            lap.Number,
            lap.RowCount,
            times.SecondsOf(lap),
            double.IsFinite(progress) ? progress : null,
            trace.Rows[lap.LastRow].StatusText,
            times.IsCompleted(lap),
            Count(EpisodeStatus.OffTrack),
            Count(EpisodeStatus.Crashed),
            rows.Count(row => trace.Rows[row].Status == EpisodeStatus.Pause),
            rows.Skip(1).Where(row => trace.Rows[row].IsDrivenFrom(trace.Rows[row - 1])).Sum(row => Metres(trace, row)),
            speeds.Length == 0 ? null : speeds.Average(),
            rows.Where(row => IsDriving(trace, row)).Max(row => (double?)SteadySpeed(trace, row)));
    }

    private static double Metres(SimTrace trace, int row) =>
        double.Hypot(trace.Rows[row].X - trace.Rows[row - 1].X, trace.Rows[row].Y - trace.Rows[row - 1].Y);
}
