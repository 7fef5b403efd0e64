using System.Globalization;
using System.Text;

namespace Analyzer.Tests.Support;

/// <summary>What ends a line of a made-up log.</summary>
public enum LineEnd
{
    Unix,
    Windows,
    Mac,
}

/// <summary>How the column <c>action</c> is written.</summary>
public enum ActionText
{
    Index,
    SpacedList,
    QuotedList,
    BareList,
}

/// <summary>What a made-up log looks like.</summary>
/// <param name="Rows">Data rows, at least one is made.</param>
/// <param name="Seed">Decides the values, the order of the columns and the names of the unknown ones.</param>
/// <param name="Mark">Whether it begins with a byte order mark.</param>
/// <param name="LineEnd">What ends a line.</param>
/// <param name="EndsWithLineEnd">Whether the last line has an end.</param>
/// <param name="EmptyLines">Whether empty lines stand between.</param>
/// <param name="Quotes">Whether some fields are in quotes without need.</param>
/// <param name="Actions">How actions are written.</param>
public sealed record LogShape(
    byte Rows, int Seed, bool Mark, LineEnd LineEnd, bool EndsWithLineEnd, bool EmptyLines, bool Quotes, ActionText Actions);

/// <summary>A log with random content, and what is in it.</summary>
public sealed class RandomLog
{
    private readonly Random random;
    private readonly LogShape shape;

    public RandomLog(LogShape shape)
    {
        (this.shape, random) = (shape, new Random(shape.Seed));
        Columns = [.. Some.Header.Split(',').Concat(["note", "wind, \"side\""])];
        random.Shuffle(Columns);
        Cells = [.. Enumerable.Range(0, Math.Max((byte)1, shape.Rows))
            .Select(row => Columns.Select(column => Cell(column, row)).ToArray())];
        var lines = Cells.Prepend(Columns).Select(line => string.Join(',', line.Select(Written)));
        var ends = shape.LineEnd switch { LineEnd.Unix => "\n", LineEnd.Windows => "\r\n", _ => "\r" };
        var text = string.Concat(lines.Select(line => line + ends + (shape.EmptyLines && random.Next(3) == 0 ? ends : "")));
        if (!shape.EndsWithLineEnd) text = text.TrimEnd('\r', '\n');
        Bytes = Encoding.UTF8.GetBytes((shape.Mark ? "\uFEFF" : "") + text);
    }

    public byte[] Bytes { get; }

    public string[] Columns { get; }

    /// <summary>The text of every field.</summary>
    public string[][] Cells { get; }

    public override string ToString() => $"{shape}\n{Encoding.UTF8.GetString(Bytes)}";

    private string Cell(string column, int row) => column switch
    {
        "episode" => Text(row / 3),
        "steps" => $"{Text(row + 1)}.0",
        "action" when shape.Actions == ActionText.Index => Text(random.Next(21)),
        "action" => $"[{Number()}{(shape.Actions == ActionText.SpacedList ? " " : ", ")}{Number()}]",
        "tstamp" => Text(row + Math.Round(random.NextDouble(), random.Next(1, 15))),
        "closest_waypoint" => Text(random.Next(100)),
        "done" or "all_wheels_on_track" => random.Next(2) == 0 ? "True" : "False",
        "episode_status" => "in_progress",
        "note" or "wind, \"side\"" => random.GetItems(["", "é", "a,b", "say \"x\"", "[1, 2]", " "], 1)[0],
        _ => Number(),
    };

    private string Written(
        string cell) => cell.Contains('"', StringComparison.Ordinal) || NeedsQuotes(cell) || (shape.Quotes && random.Next(3) == 0)
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;

    private bool NeedsQuotes(string cell) =>
        cell.Contains(',', StringComparison.Ordinal) && !(cell.StartsWith('[') && shape.Actions == ActionText.BareList);

    private string Number() => Text(Math.Round(random.NextDouble() * 100 - 50, random.Next(1, 15)));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
