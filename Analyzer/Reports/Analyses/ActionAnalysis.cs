using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using MathNet.Numerics.Statistics;

namespace Analyzer.Reports.Analyses;

/// <summary>How often an action was chosen.</summary>
/// <param name="Action">Its number; null for a bin of a continuous space.</param>
/// <param name="Steering">Degrees, positive to the left; a bin's middle.</param>
/// <param name="Speed">Commanded, metres a second; a bin's middle.</param>
/// <param name="Steps">Rows that are neither pause nor prepare.</param>
/// <param name="Share">Of all such rows.</param>
/// <param name="Straight">Of the steps, those on straights.</param>
/// <param name="Left">Those in left-hand corners.</param>
/// <param name="Right">Those in right-hand corners.</param>
/// <param name="MedianSpeed">Displacement speed while it was commanded, metres a second; null where it never was.</param>
internal sealed record ActionFigures(
    int? Action, double Steering, double Speed, int Steps, double Share, int Straight, int Left, int Right, double? MedianSpeed);

/// <summary>Counts the use of each action.</summary>
internal static class ActionAnalysis
{
    /// <summary>Width of a continuous space's bins.</summary>
    public const double BinDegrees = 10;

    /// <inheritdoc cref="BinDegrees"/>
    public const double BinMetresPerSecond = 0.5;

    private static readonly double[] Shares = [0.9, 0.95, 0.99];

    /// <summary>Use of every action, and how few make up most of it.</summary>
    public static Report Add(ReportInput input, Report report)
    {
        var actions = Of(input, report.Sections);
        return report with { Actions = actions, Coverage = CoverageOf(actions), ZigZag = ZigZagOf(input.Trace) };
    }

    /// <summary>Use of every action; of a continuous space, of the bins that were used.</summary>
    public static ImmutableArray<ActionFigures> Of(ReportInput input, ImmutableArray<SectionFigures> sections)
    {
        var space = input.ActionSpace;
        var rows = input.Trace.Rows.Where(LapAnalysis.IsChosen).ToArray();
        var kinds = KindsOf(input, sections);
        if (!space.IsContinuous)
        {
            var byAction = rows.ToLookup(row => row.Action);
            return
            [
                .. space.Choices.Select(choice => Count(
                    choice.Index, choice.SteeringDegrees, choice.SpeedMetresPerSecond, [.. byAction[choice.Index]], rows.Length)),
            ];
        }

        return
        [
            .. rows.Where(row => double.IsFinite(row.SteeringDegrees + row.ThrottleMetresPerSecond))
                .GroupBy(row => (Bin(row.SteeringDegrees, BinDegrees), Bin(row.ThrottleMetresPerSecond, BinMetresPerSecond)))
                .OrderBy(bin => bin.Key)
                .Select(bin => Count(null, bin.Key.Item1, bin.Key.Item2, [.. bin], rows.Length)),
        ];

        ActionFigures Count(int? action, double steering, double speed, SimTraceRow[] chosen, int all)
        {
            int On(string kind) => chosen.Count(row => kinds[row.Index] == kind);
            return new ActionFigures(
                action, steering, speed, chosen.Length, all == 0 ? 0 : (double)chosen.Length / all, On("straight"), On("left"), On("right"),
                chosen.Length == 0 ? null : chosen.Select(row => row.DisplacementSpeedMetresPerSecond).Median());
        }
    }

    // By row, the kind of the section that it lies in; null where there are no sections.
    private static string?[] KindsOf(ReportInput input, ImmutableArray<SectionFigures> sections)
    {
        var kinds = new string?[input.Trace.Rows.Length];
        foreach (var lap in sections.IsEmpty ? [] : input.Trace.Laps)
        {
            var section = 0;
            for (var row = lap.FirstRow; row <= lap.LastRow; row++)
            {
                while (section + 1 < sections.Length && input.Times.ProgressAt(row) >= sections[section].ToProgress) section++;
                kinds[row] = sections[section].Kind;
            }
        }

        return kinds;
    }

    // What rounds to zero from below has no sign.
    private static double Bin(double value, double width) => (Math.Round(value / width) * width) + 0.0;

    private static ImmutableSortedDictionary<string, int> CoverageOf(ImmutableArray<ActionFigures> actions)
    {
        var steps = actions.Select(action => action.Steps).OrderDescending().ToArray();
        return Shares.ToImmutableSortedDictionary(share => share.ToString(CultureInfo.InvariantCulture), share => Covering(steps, share));
    }

    /// <summary>How many of the most used actions make up a share of all steps.</summary>
    /// <param name="steps">By action, most first.</param>
    /// <param name="share">0 to 1.</param>
    public static int Covering(int[] steps, double share)
    {
        // In whole steps: the sum of shares may miss 0.99 by its rounding.
        var wanted = (long)Math.Ceiling((share * steps.Sum()) - 1e-9);
        var (count, sum) = (0, 0L);
        while (sum < wanted) sum += steps[count++];
        return count;
    }

    private static double ZigZagOf(SimTrace trace)
    {
        var (pairs, flips) = (0, 0);
        for (var row = 1; row < trace.Rows.Length; row++)
        {
            if (!LapAnalysis.IsDriving(trace, row) || trace.Rows[row - 1].Episode != trace.Rows[row].Episode) continue;
            pairs++;
            if (trace.Rows[row].SteeringDegrees * trace.Rows[row - 1].SteeringDegrees < 0) flips++;
        }

        return pairs == 0 ? 0 : (double)flips / pairs;
    }
}
