using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Sync;
using CsvHelper;

namespace Analyzer.Reports;

/// <summary>The CSV table of <c>export</c>: a line for every row of the log.</summary>
/// <param name="laps">The log's laps, and what they are compared with.</param>
/// <param name="timeline">The log locked to its video; null without a video.</param>
/// <param name="rewards">The reward components.</param>
internal sealed class ExportTable(LapComparisons laps, Timeline? timeline, RewardTable rewards)
{
    private const string RoundTrip = "R";
    private const string Milliseconds = "0.000";

    private static readonly string[] FixedColumns =
        ["row", "lap", "steps", "lap_time", "progress", "frame", "speed", "displacement_speed", "delta"];

    /// <summary>
    /// The header: the fixed columns, then the components, then their sum. A component that is called as a fixed column is
    /// <c>reward_</c> and its name.
    /// </summary>
    public IReadOnlyList<string> Header =>
    [
        .. FixedColumns,
        .. rewards.Series.Select(series => FixedColumns.Contains(series.Name) ? $"reward_{series.Name}" : series.Name),
        RewardComponent.FinalName,
    ];

    /// <summary>Writes header and lines, numbers with a dot.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. Header.Select(ControlCharacters.Escape)]);
        foreach (var row in laps.Times.Trace.Rows) WriteLine(writer, row);
    }

    private void WriteLine(CsvWriter writer, SimTraceRow row)
    {
        writer.WriteField(row.Index, default);
        writer.WriteField(laps.Times.Trace.LapOf(row.Index).Number, default);
        writer.WriteField(row.Steps, default);
        writer.WriteField(laps.Times.SecondsAt(row.Index), Milliseconds);
        writer.WriteField(row.ProgressPercent, RoundTrip);
        writer.WriteField(timeline?.FirstFrameOf(row.Index));
        writer.WriteField(timeline?.ReadingOf(row.Index)?.SpeedMetresPerSecond, "0.00");
        writer.WriteField(row.DisplacementSpeedMetresPerSecond, RoundTrip);
        writer.WriteField(Delta(row.Index), Milliseconds);
        foreach (var series in rewards.Series) writer.WriteField(series.Values[row.Index], RoundTrip);
        writer.WriteField(rewards.Final.IsEmpty ? null : rewards.Final[row.Index], RoundTrip);
        writer.EndRecord();
    }

    // Rounded first, so that what rounds to zero milliseconds has no sign.
    private double? Delta(int row) => laps.Deltas(laps.First)[row] is var delta && !double.IsNaN(delta) ? Math.Round(delta, 3) + 0.0 : null;
}
