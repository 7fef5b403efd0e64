using System.Collections.Immutable;

namespace Analyzer.Logs;

/// <summary>A file that a log was read from.</summary>
/// <param name="Path">The file.</param>
/// <param name="FirstRow">The first row that comes from it.</param>
internal readonly record struct TracePart(string Path, int FirstRow);

/// <summary>An evaluation's log, whole: its rows in order, split into laps.</summary>
internal sealed class SimTrace
{
    private readonly FieldTexts cells;
    private readonly int[] lapOfRow;

    /// <summary>Takes the rows and splits them into laps by episode.</summary>
    /// <param name="path">The file they come from.</param>
    /// <param name="columns">The header, as written.</param>
    /// <param name="rows">At least one row.</param>
    /// <param name="cells">The text of every row's fields, in the order of <paramref name="columns"/>.</param>
    /// <param name="parts">The files that the rows come from, where these are several; a lap goes on with its next step alone.</param>
    public SimTrace(
        string path,
        ImmutableArray<string> columns,
        ImmutableArray<SimTraceRow> rows,
        FieldTexts cells,
        ImmutableArray<TracePart> parts = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Length, nameof(rows));
        (Path, Columns, Rows, this.cells) = (path, columns, rows, cells);
        Parts = parts.IsDefaultOrEmpty ? [new TracePart(path, 0)] : parts;
        (Laps, lapOfRow) = Split(rows, [.. Parts.Select(part => part.FirstRow)]);
    }

    /// <summary>The file the rows come from, the first of several.</summary>
    public string Path { get; }

    /// <summary>The files that the rows come from, in order: of a training its iterations, or files of a lap each, or pieces.</summary>
    public ImmutableArray<TracePart> Parts { get; }

    /// <summary>The header's names, as written, unknown ones included.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>All rows; a row's <see cref="SimTraceRow.Index"/> is its place here.</summary>
    public ImmutableArray<SimTraceRow> Rows { get; }

    /// <summary>The laps in order of driving; together they hold every row.</summary>
    public ImmutableArray<Lap> Laps { get; }

    /// <summary>Whether each file is a table with these rows in this order, so that a column can be put in it.</summary>
    public bool IsTable { get; init; } = true;

    /// <summary>Sentences for the user on what was odd about the file, such as a last line that was cut off.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>The lap a row belongs to.</summary>
    public Lap LapOf(int row) => Laps[lapOfRow[row]];

    /// <summary>
    /// Whether a lap's beginning is in the log, not cut off as by the end of a console's memory: in 300 real laps the first row has come
    /// to 2 percent at most.
    /// </summary>
    public bool HasStart(Lap lap) => IsStart(Rows[lap.FirstRow]);

    /// <summary>Whether a row begins another lap than the row before it: another episode, or the same one started again.</summary>
    public static bool IsNewLap(SimTraceRow before, SimTraceRow row) =>
        row.Episode != before.Episode || (before.Done && row.Steps < before.Steps);

    /// <summary>Whether a row is the step after another, also where a further file begins with it.</summary>
    public static bool IsNextStep(SimTraceRow before, SimTraceRow row) => row.Episode == before.Episode && !before.Done
        && row.Steps == before.Steps + 1 && row.TimestampMilliseconds > before.TimestampMilliseconds;

    /// <summary>Whether a row can be a lap's first.</summary>
    public static bool IsStart(SimTraceRow row)
    {
        const double MaxPercent = 10;
        const int MaxSteps = 5;
        return row is not { ProgressPercent: > MaxPercent, Steps: > MaxSteps };
    }

    /// <summary>A field's text as the log has it.</summary>
    /// <param name="row">Index of the row.</param>
    /// <param name="column">Index into <see cref="Columns"/>.</param>
    public string Cell(int row, int column) => cells[row, column];

    private static (ImmutableArray<Lap> Laps, int[] LapOfRow) Split(ImmutableArray<SimTraceRow> rows, HashSet<int> partStarts)
    {
        var laps = ImmutableArray.CreateBuilder<Lap>();
        var lapOfRow = new int[rows.Length];
        var first = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            lapOfRow[row] = laps.Count;
            if (row + 1 < rows.Length && !IsNewLap(rows[row], rows[row + 1])
                && (!partStarts.Contains(row + 1) || IsNextStep(rows[row], rows[row + 1])))
            {
                continue;
            }

            laps.Add(new Lap(laps.Count + 1, rows[row].Episode, first, row));
            first = row + 1;
        }

        return (laps.ToImmutable(), lapOfRow);
    }
}
