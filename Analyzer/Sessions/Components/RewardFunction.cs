using System.Collections.Immutable;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;

namespace Analyzer.Sessions.Components;

/// <summary>The user's own reward function: run over the log once, and again when its file was saved.</summary>
/// <param name="path">The Python file.</param>
/// <param name="rows">The run.</param>
/// <param name="terminal">Where remarks and progress are shown.</param>
internal sealed class RewardFunction(string path, RewardRows rows, Terminal terminal)
{
    private string stamp = "";

    /// <summary>The Python file.</summary>
    public string Path => path;

    /// <summary>Its components as it gave them last.</summary>
    public ImmutableArray<RewardSeries> Series { get; private set; } = [];

    /// <summary>Runs it for the first time; where it does not run, that is said, and its component is empty.</summary>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="RunException">There is no such file.</exception>
    public ImmutableArray<RewardSeries> Run(CancellationToken cancellation)
    {
        stamp = RewardFileWatcher.StampOf(path);
        var result = terminal.WithProgress("Running the reward function", "rows", progress => Run(progress, cancellation));
        Say(result);
        return Series = result.Series;
    }

    /// <summary>Its components: those it gave last where its file is the same, else what it gives now.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RunException">It does not run as it is now.</exception>
    public ImmutableArray<RewardSeries> RunIfChanged(CancellationToken cancellation)
    {
        var now = RewardFileWatcher.StampOf(path);
        if (now == stamp) return Series;
        var result = Run(progress: null, cancellation);
        if (result.Failure is { } failure) throw new RunException(failure);
        Say(result);
        (stamp, Series) = (now, result.Series);
        return Series;
    }

    /// <summary>Its components over another log; what it prints is not said again.</summary>
    /// <param name="others">The log's rows.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public ImmutableArray<RewardSeries> RunOver(RewardRows others, CancellationToken cancellation) =>
        Run(others, progress: null, cancellation).Series;

    private RewardFunctionResult Run(IProgress<Progress>? progress, CancellationToken cancellation) => Run(rows, progress, cancellation);

    private RewardFunctionResult Run(RewardRows over, IProgress<Progress>? progress, CancellationToken cancellation) => RewardFunctionRunner
        .RunAsync(path, over, RewardFunctionRunner.DefaultLimit, progress, cancellation: cancellation).GetAwaiter().GetResult();

    private void Say(RewardFunctionResult result)
    {
        foreach (var message in result.Messages) terminal.Remark(message);
    }
}
