using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Rewards.Language;
using Analyzer.Rewards.Tracks;

namespace Analyzer.Sessions.Components;

/// <summary>A run's reward components, evaluated, and evaluated again when their files are saved.</summary>
/// <param name="sources">Where the components come from.</param>
/// <param name="rows">The run.</param>
/// <param name="function">The user's own reward function; null without one.</param>
/// <param name="table">All components as they were at first.</param>
internal sealed class LoadedRewards(RewardSources sources, RewardRows rows, RewardFunction? function, RewardTable table)
{
    /// <summary>The components as they were at first.</summary>
    public RewardTable Table => table;

    /// <summary>The track as the run drove it; null where it is not known.</summary>
    public Track? Track => rows.Track;

    /// <summary>Why the user's reward function has no value in any row; null where it has one, or where there is no function.</summary>
    public string? FunctionFailure =>
        function is not null && table.Series.First(series => series.Name == RewardFunctionResult.MainName) is var own
        && own.Values.All(value => value is null)
            ? $"{Path.GetFileName(function.Path)} gives no value in any row ({own.Gaps?.Description}): " +
                "mend it, or leave --reward-function out"
            : null;

    /// <summary>Whether the user brought any, rather than take the default ones.</summary>
    public bool AreOwn => sources.Read() != RewardSet.Default;

    /// <summary>The same components over another log of the same track; says nothing.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="speeds">The real speed in each row, metres a second.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public RewardTable Over(SimTrace trace, IReadOnlyList<double?> speeds, CancellationToken cancellation)
    {
        var others = new RewardRows(trace, speeds, rows.Track, rows.RacingLine);
        return RewardTable.Evaluate(sources.Read(), others, cancellation).With(function?.RunOver(others, cancellation) ?? []);
    }

    /// <summary>The same, as far as the video has been read by now.</summary>
    /// <param name="speeds">The real speed in each row, metres a second; null where it was not read.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RunException">A file can't be read now.</exception>
    /// <exception cref="ExpressionException">An expression has a mistake now.</exception>
    public LoadedRewards With(IReadOnlyList<double?> speeds, CancellationToken cancellation)
    {
        var read = new RewardRows(rows.Trace, speeds, rows.Track, rows.RacingLine);
        var again = RewardTable.Evaluate(sources.Read(), read, cancellation).With(function?.RunIfChanged(cancellation) ?? []);
        return new LoadedRewards(sources, read, function, again);
    }

    /// <summary>Watches the files of the components and of the function, and evaluates them again when they are saved.</summary>
    public RewardFileWatcher Watch(TimeProvider time) =>
        new(function is null ? sources.Paths : [.. sources.Paths, function.Path], table, Evaluate, time);

    private RewardTable Evaluate(CancellationToken cancellation) =>
        RewardTable.Evaluate(sources.Read(), rows, cancellation).With(function?.RunIfChanged(cancellation) ?? []);
}
