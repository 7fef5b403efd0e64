using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Sync;
using CsvHelper;

namespace Analyzer.Reports;

/// <summary>What <c>export</c> writes: a line for every row of the log.</summary>
/// <param name="trace">The log.</param>
/// <param name="timeline">The log locked to its video; null without a video.</param>
/// <param name="rewards">The reward components.</param>
public sealed class ExportTable(SimTrace trace, Timeline? timeline, RewardTable rewards)
{
    private const string RoundTrip = "R";

    private static readonly string[] FixedColumns =
        ["row", "lap", "steps", "lap_time", "progress", "frame", "speed", "displacement_speed", "delta"];

    /// <summary>The header: the fixed columns, then the components, then their sum.</summary>
    public IReadOnlyList<string> Header =>
        [.. FixedColumns, .. rewards.Series.Select(series => series.Name), RewardComponent.FinalName];

    /// <summary>Writes header and lines, numbers with a dot.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. Header]);
        foreach (var row in trace.Rows) WriteLine(writer, row);
    }

    private void WriteLine(CsvWriter writer, SimTraceRow row)
    {
        var lap = trace.LapOf(row.Index);
        writer.WriteField(row.Index, default);
        writer.WriteField(lap.Number, default);
        writer.WriteField(row.Steps, default);
        writer.WriteField((row.TimestampMilliseconds - trace.Rows[lap.FirstRow].TimestampMilliseconds) / 1000.0, "0.000");
        writer.WriteField(row.ProgressPercent, RoundTrip);
        writer.WriteField(timeline?.FirstFrameOf(row.Index));
        writer.WriteField(timeline?.ReadingOf(row.Index)?.SpeedMetresPerSecond, "0.00");
        writer.WriteField(row.DisplacementSpeedMetresPerSecond, RoundTrip);
        writer.WriteField((double?)null, "0.000");
        foreach (var series in rewards.Series) writer.WriteField(series.Values[row.Index], RoundTrip);
        writer.WriteField(rewards.Final.IsEmpty ? null : rewards.Final[row.Index], RoundTrip);
        writer.EndRecord();
    }
}
