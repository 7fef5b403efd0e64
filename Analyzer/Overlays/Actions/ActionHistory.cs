using Analyzer.Logs;

namespace Analyzer.Overlays.Actions;

/// <summary>How far back the heatmap looks from each row: to the last <c>off_track</c> or <c>pause</c>.</summary>
internal sealed class ActionHistory
{
    private readonly int[] firstRow;

    /// <summary>Finds for every row of a log the first row that its heatmap counts.</summary>
    public ActionHistory(SimTrace trace)
    {
        firstRow = new int[trace.Rows.Length];
        var first = 0;
        for (var row = 0; row < firstRow.Length; row++)
        {
            if (trace.Rows[row].Status is EpisodeStatus.OffTrack or EpisodeStatus.Pause) first = row + 1;
            firstRow[row] = first;
        }
    }

    /// <summary>The first row that the heatmap of a row counts; one more than the row where it counts none.</summary>
    /// <param name="row">The row in the picture.</param>
    /// <param name="clearedAt">The row from which on the user wants it counted; later rows' pictures keep to it.</param>
    public int FirstRow(int row, int clearedAt) => row >= clearedAt ? Math.Max(firstRow[row], clearedAt) : firstRow[row];
}
