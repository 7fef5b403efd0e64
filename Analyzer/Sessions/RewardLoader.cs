using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;

namespace Analyzer.Sessions;

/// <summary>
/// Loads the reward components of a run. Made before the run is opened, it has their language compiled on another thread meanwhile.
/// </summary>
/// <param name="modelFolder">Where a <c>rewards.json</c> may lie.</param>
/// <param name="selection">What the user chose.</param>
/// <param name="terminal">Where remarks go.</param>
internal sealed class RewardLoader(string modelFolder, RewardSelection selection, Terminal terminal)
{
    private readonly Task language = Task.Run(RewardLanguage.WarmUp);

    /// <summary>Evaluates what the user chose, and says what had to be left out.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="timeline">The log locked to its video; null without a video.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="RunException">A file can't be read.</exception>
    /// <exception cref="RewardException">An expression has a mistake.</exception>
    public LoadedRewards Load(SimTrace trace, Timeline? timeline, CancellationToken cancellation)
    {
        var time = LoadingTime.Start();
        language.GetAwaiter().GetResult();
        var sources = new RewardSources(modelFolder, selection.File, selection.Components);
        var track = selection.Track is { } file ? TrackFile.Read(file) : null;
        var rows = new RewardRows(trace, timeline is null ? null : SpeedsOf(timeline), track);
        var own = RewardTable.Evaluate(sources.Read(), rows);
        terminal.Detail($"Rewards: {own.Series.Length} components over {trace.Rows.Length} rows in {time.Describe()}.");

        var function = selection.Function is { } python ? Run(python, rows, cancellation) : [];
        var table = own.With(function);
        foreach (var series in table.Series)
            if (series.Gaps is { } gaps) terminal.Remark($"{series.Name}: {gaps}");

        return new LoadedRewards(sources, rows, function, table);
    }

    private static double?[] SpeedsOf(Timeline timeline)
    {
        var speeds = new double?[timeline.Trace.Rows.Length];
        for (var row = 0; row < speeds.Length; row++) speeds[row] = timeline.ReadingOf(row)?.SpeedMetresPerSecond;
        return speeds;
    }

    private ImmutableArray<RewardSeries> Run(string file, RewardRows rows, CancellationToken cancellation)
    {
        var result = terminal.WithProgress("Running the reward function", "rows", progress => RewardFunctionRunner.RunAsync(
            file, rows, RewardFunctionRunner.DefaultLimit, progress, cancellation: cancellation)
            .GetAwaiter().GetResult());
        foreach (var message in result.Messages) terminal.Remark(message);
        return result.Series;
    }
}
