using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Rewards.Language;
using Analyzer.Rewards.Tracks;

namespace Analyzer.Sessions.Components;

/// <summary>A run's reward components, evaluated, and evaluated again when their files are saved.</summary>
/// <param name="sources">Where the components come from.</param>
/// <param name="good">The last good ones of them; those of a run that is being read share it.</param>
/// <param name="rows">The run.</param>
/// <param name="function">The user's own reward function; null without one.</param>
/// <param name="table">All components as they were at first.</param>
/// <param name="stamp">What told the files from themselves before they were read; empty where they have a mistake.</param>
internal sealed class LoadedRewards(
    RewardSources sources, StrongBox<RewardSet> good, RewardRows rows, RewardFunction? function, RewardTable table, string stamp)
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

    /// <summary>
    /// The same, as far as the video has been read by now. A mistake that the user has saved meanwhile keeps the last good components; who
    /// watches the files tells of it.
    /// </summary>
    /// <param name="speeds">The real speed in each row, metres a second; null where it was not read.</param>
    /// <param name="cancellation">Ends it.</param>
    public LoadedRewards With(IReadOnlyList<double?> speeds, CancellationToken cancellation)
    {
        var read = new RewardRows(rows.Trace, speeds, rows.Track, rows.RacingLine);
        try
        {
            var now = RewardFileWatcher.StampOf(PathsOf(sources, function));
            return new LoadedRewards(sources, good, read, function, Evaluate(read, cancellation), now);
        }
        catch (Exception error) when (error is ExpressionException or RunException)
        {
            var last = RewardTable.Evaluate(good.Value!, read, cancellation).With(function?.Series ?? []);
            return new LoadedRewards(sources, good, read, function, last, stamp: "");
        }
    }

    /// <summary>
    /// Watches the files of the components and of the function, and evaluates them again when they are saved, or were since they were read.
    /// </summary>
    public RewardFileWatcher Watch(TimeProvider time) =>
        new(PathsOf(sources, function), stamp, table, cancellation => Evaluate(rows, cancellation), time);

    /// <summary>The files to watch, whether they are there or not.</summary>
    /// <param name="sources">Where the components come from.</param>
    /// <param name="function">The user's own reward function; null without one.</param>
    public static ImmutableArray<string> PathsOf(RewardSources sources, RewardFunction? function) =>
        function is null ? sources.Paths : sources.Paths.Add(function.Path);

    private RewardTable Evaluate(RewardRows over, CancellationToken cancellation)
    {
        var set = sources.Read();
        var evaluated = RewardTable.Evaluate(set, over, cancellation).With(function?.RunIfChanged(cancellation) ?? []);
        good.Value = set;
        return evaluated;
    }
}
