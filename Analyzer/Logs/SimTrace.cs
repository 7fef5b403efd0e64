using System.Collections.Immutable;

namespace Analyzer.Logs;

/// <summary>An evaluation's log, whole: its rows in order, split into laps.</summary>
public sealed class SimTrace
{
    private readonly ImmutableArray<ImmutableArray<string>> cells;
    private readonly int[] lapOfRow;

    /// <summary>Takes the rows and splits them into laps by episode.</summary>
    /// <param name="path">The file they come from.</param>
    /// <param name="columns">The header, as written.</param>
    /// <param name="rows">At least one row.</param>
    /// <param name="cells">The text of every row's fields, in the order of <paramref name="columns"/>.</param>
    public SimTrace(
        string path, ImmutableArray<string> columns, ImmutableArray<SimTraceRow> rows, ImmutableArray<ImmutableArray<string>> cells)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Length, nameof(rows));
        (Path, Columns, Rows, this.cells) = (path, columns, rows, cells);
        (Laps, lapOfRow) = Split(rows);
    }

    /// <summary>The file the rows come from.</summary>
    public string Path { get; }

    /// <summary>The header's names, as written, unknown ones included.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>All rows; a row's <see cref="SimTraceRow.Index"/> is its place here.</summary>
    public ImmutableArray<SimTraceRow> Rows { get; }

    /// <summary>The laps in order of driving; together they hold every row.</summary>
    public ImmutableArray<Lap> Laps { get; }

    /// <summary>Sentences for the user on what was odd about the file, such as a last line that was cut off.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>The lap a row belongs to.</summary>
    public Lap LapOf(int row) => Laps[lapOfRow[row]];

    /// <summary>A field's text as the log has it.</summary>
    /// <param name="row">Index of the row.</param>
    /// <param name="column">Index into <see cref="Columns"/>.</param>
    public string Cell(int row, int column) => cells[row][column];

    private static (ImmutableArray<Lap> Laps, int[] LapOfRow) Split(ImmutableArray<SimTraceRow> rows)
    {
        var laps = ImmutableArray.CreateBuilder<Lap>();
        var lapOfRow = new int[rows.Length];
        var first = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            lapOfRow[row] = laps.Count;
            if (row + 1 < rows.Length && rows[row + 1].Episode == rows[row].Episode) continue;
            laps.Add(new Lap(laps.Count + 1, rows[row].Episode, first, row));
            first = row + 1;
        }

        return (laps.ToImmutable(), lapOfRow);
    }
}
