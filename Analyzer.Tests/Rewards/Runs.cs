using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards;

/// <summary>The runs that the reward tests work on.</summary>
internal static class Runs
{
    /// <summary>Two laps of three and one rows, with an unknown column <c>note</c> that is empty in row 2.</summary>
    public static SimTrace Small { get; } = WithColumn("note", ["7", "8", "", "9"], Some.Trace(
        Some.Row(steps: 1, x: 1.5, progressPercent: 0.5, closestWaypoint: 1, throttleMetresPerSecond: 2, status: EpisodeStatus.Prepare),
        Some.Row(steps: 2, x: 2.5, progressPercent: 1.5, closestWaypoint: 2, displacementSpeedMetresPerSecond: 1.25),
        Some.Row(steps: 3, x: 3.5, progressPercent: 2.5, closestWaypoint: 3, status: EpisodeStatus.OffTrack, allWheelsOnTrack: false),
        Some.Row(episode: 1, steps: 1, x: 4.5, progressPercent: 100, done: true)));

    /// <summary>Waypoints of the sample's track, the closing one too.</summary>
    public const int SampleWaypoints = 151;

    /// <summary>The sample's log as it numbers the waypoints where the track is driven the other way round.</summary>
    public static SimTrace Backwards() => Some.Trace(
        SampleRun.Trace.Rows.Select(row => row with { ClosestWaypoint = SampleWaypoints - 1 - row.ClosestWaypoint }));

    /// <summary>A log with a further column.</summary>
    public static SimTrace WithColumn(string name, string[] cells, SimTrace trace) => new(
        trace.Path,
        trace.Columns.Add(name),
        trace.Rows,
        FieldTexts.Of(cells.Select((cell, row) => trace.Columns.Select((_, column) => trace.Cell(row, column)).Append(cell).ToArray())));
}
