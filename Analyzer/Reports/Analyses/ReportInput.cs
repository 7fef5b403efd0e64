using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;

namespace Analyzer.Reports.Analyses;

/// <summary>The input of a report's analyses.</summary>
/// <param name="Times">The log with its laps' official times; of a training all episodes, one after the other.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
/// <param name="Rewards">The reward components over the log.</param>
internal sealed record ReportInput(LapTimes Times, ActionSpace ActionSpace, RewardTable Rewards)
{
    /// <summary>What the laps' starts are known from: metrics, clock or estimated.</summary>
    public string LapStart { get; init; } = "estimated";

    /// <summary>The log locked to its video; null without a video.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>The track as the run drove it; null where its file was not given.</summary>
    public Track? Track { get; init; }

    /// <summary>
    /// Evaluates the same components over another log with the real speeds given, metres a second; null where none can be.
    /// </summary>
    public Func<SimTrace, IReadOnlyList<double?>, RewardTable>? Evaluate { get; init; }

    /// <summary>Whether the user named any rewards; the default components are not worth judging.</summary>
    public bool HasOwnRewards { get; init; }

    /// <summary>Another run's times to set beside; null for none.</summary>
    public LapTimes? Against { get; init; }

    /// <summary>A training's iterations in their order; empty for an evaluation.</summary>
    public ImmutableArray<TrainingIteration> Iterations { get; init; } = [];

    /// <summary>Whether the log is a training's, whose episodes start anywhere and whose actions are sampled.</summary>
    public bool IsTraining => !Iterations.IsEmpty;

    /// <summary>The log.</summary>
    public SimTrace Trace => Times.Trace;

    /// <summary>The laps that were driven to their end.</summary>
    public ImmutableArray<Lap> CompletedLaps => [.. Trace.Laps.Where(Times.IsCompleted)];

    /// <summary>The real speed in a row, metres a second: as the HUD or the log says it, else from the displacement.</summary>
    public double RealSpeedAt(int row) => Timeline?.ReadingOf(row)?.SpeedMetresPerSecond
        ?? Trace.Rows[row].LoggedSpeedMetresPerSecond
        ?? Trace.Rows[row].DisplacementSpeedMetresPerSecond;
}
