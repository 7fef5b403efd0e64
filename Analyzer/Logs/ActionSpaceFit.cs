using System.Globalization;

namespace Analyzer.Logs;

/// <summary>
/// Tells whether an action space is a log's: of the right one each row's steering and throttle are its action's entry, or lie within
/// the ranges of a continuous one (true in all of 40,000 rows of real logs beside their own metadata).
/// </summary>
internal static class ActionSpaceFit
{
    // The simulators' text logs have two decimals; half of the last, and what binary fractions lack.
    private const double Tolerance = 0.0051;

    /// <summary>Why an action space of a file is not the log's, as the rest of a sentence; null where nothing speaks against it.</summary>
    public static string? DifferenceOf(ActionSpace space, SimTrace trace)
    {
        var hasActions = trace.Columns.Any(column => column.Trim().Equals("action", StringComparison.OrdinalIgnoreCase));
        if (hasActions && trace.Rows.All(row => row.Action is null) != space.IsContinuous)
        {
            return space.IsContinuous
                ? "it is continuous, and the log's actions are numbered"
                : "it is a list, and the log's actions are continuous";
        }

        var misfits = trace.Rows.Where(row => !IsIn(space, row)).ToArray();
        if (misfits is not [var first, ..]) return null;
        return $"in {misfits.Length} of {trace.Rows.Length} rows the log's action is not in it (first in row {first.Index}: " +
            $"{Shown(first.Action, first.SteeringDegrees, first.ThrottleMetresPerSecond)}{Instead(space, first)})";
    }

    private static bool IsIn(ActionSpace space, SimTraceRow row)
    {
        if (space is { Steering: var (right, left), Speed: var (slow, fast) })
        {
            return row.SteeringDegrees >= right - Tolerance && row.SteeringDegrees <= left + Tolerance
                && row.ThrottleMetresPerSecond >= slow - Tolerance && row.ThrottleMetresPerSecond <= fast + Tolerance;
        }

        if (row.Action is not { } action) return space.Choices.Any(choice => IsSame(choice, row));
        return action >= 0 && action < space.Choices.Length && IsSame(space.Choices[action], row);
    }

    private static bool IsSame(ActionChoice choice, SimTraceRow row) =>
        Math.Abs(choice.SteeringDegrees - row.SteeringDegrees) <= Tolerance
        && Math.Abs(choice.SpeedMetresPerSecond - row.ThrottleMetresPerSecond) <= Tolerance;

    private static string Instead(ActionSpace space, SimTraceRow row) => row.Action is not { } action ? ""
        : action >= 0 && action < space.Choices.Length
            ? $", the file has {Shown(null, space.Choices[action].SteeringDegrees, space.Choices[action].SpeedMetresPerSecond)}"
            : $", the file has {space.Choices.Length} actions";

    private static string Shown(int? action, double steering, double speed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(action is { } number ? $"action {number} is " : "")}{steering:0.##} degrees and {speed:0.##} m/s");
}
