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
    /// <summary>The value of a cell, by row.</summary>
    public static Func<int, Value> ValueOf(SimTrace trace, int column)
    {
        var cells = Enumerable.Range(0, trace.Rows.Length).Select(row => trace.Cell(row, column).Trim()).ToArray();
        Func<string, Value?>[] types = [Bool, Int, Float, cell => Value.Of(cell)];
        var read = types.First(type => cells.All(cell => IsMissing(cell) || type(cell) is not null));
        return row => IsMissing(cells[row]) ? Value.None : read(cells[row])!.Value;
    }

    private static bool IsMissing(string cell) => cell.Length == 0 || cell.Equals("nan", StringComparison.OrdinalIgnoreCase);

    private static Value? Bool(string cell) => bool.TryParse(cell, out var value) ? Value.Of(value) : null;

    private static Value? Int(string cell) =>
        long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Value.Of(value) : null;

    private static Value? Float(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Value.Of(value) : null;
}
