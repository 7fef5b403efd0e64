
namespace Analyzer.Logs;

/// <summary>The rows of one episode: consecutive rows of the sim-trace that share <c>episode</c>.</summary>
/// <param name="Number">From 1, in order of driving.</param>
/// <param name="Episode">The log's own number.</param>
/// <param name="FirstRow">Index of the lap's first row.</param>
/// <param name="LastRow">Index of the lap's last row.</param>
internal sealed record Lap(int Number, int Episode, int FirstRow, int LastRow)
{
    /// <summary>Rows in the lap.</summary>
    public int RowCount => LastRow - FirstRow + 1;
}
