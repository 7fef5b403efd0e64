using System.Globalization;
using Analyzer.Logs;
using Analyzer.Rewards.Language;

namespace Analyzer.Rewards;

/// <summary>
/// Gives a log's column its type, as pandas does: bool where every cell says True or False, int where every cell is a whole number
/// written without a dot (<c>episode</c>, <c>action</c>, <c>closest_waypoint</c>), float where every cell is a number (so <c>steps</c>
/// is one where the log says <c>1.0</c>), else text. An empty cell is a missing reading, whatever the type.
/// </summary>
internal static class LogColumn
{
    /// <summary>The values of a column's cells, by row.</summary>
    public static Value[] Read(SimTrace trace, int column) =>
        Read(trace, column, Bool) ?? Read(trace, column, Int) ?? Read(trace, column, Float) ?? Read(trace, column, cell => Value.Of(cell))!;

    // Null where a cell is not of the type, in most columns the first one.
    private static Value[]? Read(SimTrace trace, int column, Func<string, Value?> type)
    {
        var values = new Value[trace.Rows.Length];
        for (var row = 0; row < values.Length; row++)
        {
            var cell = trace.Cell(row, column).Trim();
            if (IsMissing(cell)) continue;
            if (type(cell) is not { } value) return null;
            values[row] = value;
        }

        return values;
    }

    private static bool IsMissing(string cell) => cell.Length == 0 || cell.Equals("nan", StringComparison.OrdinalIgnoreCase);

    private static Value? Bool(string cell) => bool.TryParse(cell, out var value) ? Value.Of(value) : null;

    private static Value? Int(string cell) =>
        long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Value.Of(value) : null;

    private static Value? Float(string cell) => cell switch
    {
        "inf" => Value.Of(double.PositiveInfinity),
        "-inf" => Value.Of(double.NegativeInfinity),
        _ => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Value.Of(value) : null,
    };
}
