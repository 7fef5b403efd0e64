using System.Text.Json.Serialization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Reports.Geometry;
using MathNet.Numerics.Statistics;

namespace Analyzer.Reports.Analyses;

/// <summary>What a reset cost: the time until the car was as fast again as the best lap there, against that lap's.</summary>
/// <param name="Lap">From 1.</param>
/// <param name="Row">The log's row that begins it.</param>
/// <param name="Progress">Where, percent.</param>
/// <param name="Status">off_track, crashed, immobilized or reversed.</param>
/// <param name="Section">In which section; null where there are none.</param>
/// <param name="Lost">Seconds; null where there is no other lap to tell by.</param>
/// <param name="UntilProgress">Where its cost ends, percent.</param>
internal sealed record ResetLoss(
    int Lap, int Row, double Progress, string Status, int? Section, double? Lost, [property: JsonIgnore] double UntilProgress);

/// <summary>A stretch that a lap drove far slower than the others, without a reset.</summary>
/// <param name="Lap">From 1.</param>
/// <param name="FromProgress">Percent.</param>
/// <param name="ToProgress">Percent.</param>
/// <param name="FromRow">The log's first row in it.</param>
/// <param name="Lost">Seconds, against the median of the other laps.</param>
internal sealed record SlowStretch(int Lap, double FromProgress, double ToProgress, int FromRow, double Lost);

/// <summary>Finds where single laps lost time: by resets, and by slow stretches.</summary>
internal static class LossAnalysis
{
    private const int Percents = 100;
    private const int MaxRecoveryPercent = 10;
    private const double AsFastAgain = 0.9;

    // A stretch counts where every percent of it takes a quarter longer, for three percent and 0.3 s at least.
    private const double FarSlower = 1.25;
    private const int MinPercent = 3;
    private const double MinSeconds = 0.3;

    // Of more laps than these a median at each percent is taken over some evenly spaced ones.
    private const int MaxLaps = 50;

    /// <summary>Resets and slow stretches. A training's episodes start anywhere, so that none tells of the others.</summary>
    public static Report Add(ReportInput input, Report report)
    {
        if (input.IsTraining) return report;
        var laps = input.CompletedLaps;
        var step = Math.Max(1, laps.Length / MaxLaps);
        var grids = laps.Where((_, place) => place % step == 0).Select(lap => new LapGrid(input.Times, lap, Percents)).ToArray();
        var best = input.Times.Best is { } lap ? new LapGrid(input.Times, lap, Percents) : null;
        var masks = grids.ToDictionary(grid => grid, grid => NearAReset(input, grid.Lap));
        return report with
        {
            Resets = [.. Resets(input, report, best)],
            Slow = [.. grids.SelectMany(grid => Slow(input, grid, masks)).OrderByDescending(slow => slow.Lost)],
        };
    }

    private static IEnumerable<ResetLoss> Resets(ReportInput input, Report report, LapGrid? best)
    {
        foreach (var row in input.Trace.Rows.Where(row => input.Trace.BeginsMishap(row.Index)))
        {
            var lap = input.Trace.LapOf(row.Index);
            var percent = input.Times.ProgressAt(row.Index);
            if (!double.IsFinite(percent)) continue;
            var (lost, until) = best is null || best.Lap == lap
                ? (null, Math.Min(100, percent + MaxRecoveryPercent))
                : Lost(input, row.Index, lap, best);
            var section = report.Sections.FirstOrDefault(section => percent >= section.FromProgress && percent < section.ToProgress);
            yield return new ResetLoss(lap.Number, row.Index, percent, row.StatusText, section?.Section, lost, until);
        }
    }

    private static (double? Seconds, double Until) Lost(ReportInput input, int mishap, Lap lap, LapGrid best)
    {
        var (end, at) = RecoveredAt(input, mishap, lap, best);
        double Best(double percent) => SectionAnalysis.SecondsAt(input.Times, best.Lap, percent);
        var took = at - input.Times.SecondsAt(mishap);
        var lost = took - (Best(end) - Best(input.Times.ProgressAt(mishap)));
        return (double.IsFinite(lost) ? lost : null, end);
    }

    // Where and when the car is about as fast again as the best lap was there, or has its next mishap, which has a cost of its own.
    private static (double Percent, double Seconds) RecoveredAt(ReportInput input, int mishap, Lap lap, LapGrid best)
    {
        var latest = Math.Min(100, input.Times.ProgressAt(mishap) + MaxRecoveryPercent);
        for (var row = mishap + 1; row <= lap.LastRow && input.Times.ProgressAt(row) < latest; row++)
        {
            var percent = input.Times.ProgressAt(row);
            if (input.Trace.BeginsMishap(row)) return (percent, input.Times.SecondsAt(row));
            var wanted = AsFastAgain * best.Speed[(int)Math.Clamp(percent, 0, Percents)];
            if (percent > input.Times.ProgressAt(mishap) && LapAnalysis.IsDriving(input.Trace, row)
                && input.Trace.Rows[row].DisplacementSpeedMetresPerSecond >= wanted)
            {
                return (percent, SectionAnalysis.SecondsAt(input.Times, lap, percent));
            }
        }

        return (latest, SectionAnalysis.SecondsAt(input.Times, lap, latest));
    }

    private static IEnumerable<SlowStretch> Slow(ReportInput input, LapGrid lap, Dictionary<LapGrid, bool[]> masks)
    {
        var others = masks.Keys.Where(other => other != lap).ToArray();
        if (others.Length == 0) yield break;
        var usual = Enumerable.Range(0, Percents).Select(percent => Usual(percent)).ToArray();
        bool IsSlow(int percent) => !masks[lap][percent] && usual[percent] is { } seconds && Took(lap, percent) > FarSlower * seconds;
        for (var from = 0; from < Percents; from++)
        {
            if (!IsSlow(from)) continue;
            var to = from;
            while (to < Percents && IsSlow(to)) to++;
            var lost = Enumerable.Range(from, to - from).Sum(percent => Took(lap, percent) - usual[percent]!.Value);
            if (to - from >= MinPercent && lost >= MinSeconds)
                yield return new SlowStretch(lap.Lap.Number, from, to, input.Times.RowAt(lap.Lap, from), lost);
            from = to;
        }

        double? Usual(int percent)
        {
            var seconds = others.Where(other => !masks[other][percent]).Select(other => Took(other, percent)).ToArray();
            return seconds.Length == 0 ? null : seconds.Median();
        }
    }

    private static double Took(LapGrid lap, int percent) => lap.Seconds[percent + 1] - lap.Seconds[percent];

    // By percent, whether the lap was in a reset there or recovering from one.
    private static bool[] NearAReset(ReportInput input, Lap lap)
    {
        var near = new bool[Percents];
        for (var row = lap.FirstRow; row <= lap.LastRow; row++)
        {
            if (!input.Trace.BeginsMishap(row) || !double.IsFinite(input.Times.ProgressAt(row))) continue;
            var from = (int)Math.Clamp(input.Times.ProgressAt(row) - 2, 0, Percents - 1);
            Array.Fill(near, true, from, Math.Min(Percents, from + 2 + MaxRecoveryPercent) - from);
        }

        return near;
    }
}
