using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;

namespace Analyzer.Commands;

/// <summary>Evaluates a run's reward components, and again when their files are saved.</summary>
public sealed class RewardBench
{
    private readonly RewardSources sources;
    private readonly RewardRows rows;
    private readonly ImmutableArray<RewardSeries> function;

    private RewardBench(RewardSources sources, RewardRows rows, ImmutableArray<RewardSeries> function, RewardTable table) =>
        (this.sources, this.rows, this.function, Table) = (sources, rows, function, table);

    /// <summary>The components as they were at first.</summary>
    public RewardTable Table { get; }

    /// <summary>The track as the run drove it; null where its file was not given.</summary>
    public Track? Track => rows.Track;

    /// <summary>Evaluates what the user chose, and says what had to be left out.</summary>
    /// <param name="modelFolder">Where a <c>rewards.json</c> may lie.</param>
    /// <param name="selection">What the user chose.</param>
    /// <param name="trace">The log.</param>
    /// <param name="timeline">The log locked to its video; null without a video.</param>
    /// <param name="terminal">Where remarks go.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="RunException">A file can't be read.</exception>
    /// <exception cref="RewardException">An expression has a mistake.</exception>
    public static RewardBench Open(
        string modelFolder, RewardSelection selection, SimTrace trace, Timeline? timeline, Terminal terminal, CancellationToken cancellation)
    {
        var time = LoadingTime.Start();
        var sources = new RewardSources(modelFolder, selection.File, [.. selection.Components]);
        var track = selection.Track is { } file ? TrackFile.Read(file) : null;
        var rows = new RewardRows(trace, timeline is null ? null : [.. trace.Rows.Select(row => timeline.ReadingOf(row.Index)?.SpeedMetresPerSecond)], track);
        var own = RewardTable.Evaluate(sources.Read(), rows);
        terminal.Detail($"Rewards: {own.Series.Length} components over {trace.Rows.Length} rows in {time.Describe()}.");
        var function = selection.Function is { } python ? Run(python, rows, terminal, cancellation) : [];
        var table = own.With(function);
        foreach (var series in table.Series)
        {
            if (series.Gaps is { } gaps) terminal.Remark($"{series.Name}: {gaps}");
        }

        return new RewardBench(sources, rows, function, table);
    }

    /// <summary>Watches the files of the components, and evaluates them anew when they are saved.</summary>
    public RewardFileWatcher Watch(TimeProvider time) =>
        new(sources.Paths, Table, () => RewardTable.Evaluate(sources.Read(), rows).With(function), time);

    private static ImmutableArray<RewardSeries> Run(string file, RewardRows rows, Terminal terminal, CancellationToken cancellation)
    {
        var result = terminal.WithProgress("Running the reward function", "rows", progress => RewardFunctionRunner.RunAsync(
            file, rows, RewardFunctionRunner.DefaultLimit, new RowsDone(progress, rows.Trace.Rows.Length), cancellation: cancellation)
            .GetAwaiter().GetResult());
        foreach (var message in result.Messages) terminal.Remark(message);
        return result.Series;
    }

    private sealed class RowsDone(IProgress<(int Done, int Total)> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report((value, total));
    }
}
