using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Language;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;

namespace Analyzer.Sessions.Components;

/// <summary>Loads the reward components of a run, and the track and racing line that they ask for.</summary>
/// <param name="modelFolder">Where a <c>rewards.json</c> and the track may lie.</param>
/// <param name="selection">What the user chose.</param>
/// <param name="terminal">Where remarks go.</param>
internal sealed class RewardLoader(string modelFolder, RewardSelection selection, Terminal terminal)
{
    private const int MaxGapRemarks = 20;

    /// <summary>The track and the racing line, checked against the log.</summary>
    /// <param name="trace">The log.</param>
    /// <exception cref="RunException">A file can't be read, or is another track's.</exception>
    public DrivenTrack LoadTrack(SimTrace trace) => new(
        selection.Track is { } file ? TrackSearch.Read(file, trace) : FindTrack(trace),
        selection.Line is { } line ? RacingLineFile.Read(line, trace) : null);

    /// <summary>Evaluates what the user chose, and says what had to be left out.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="timeline">The log locked to its video; null without a video.</param>
    /// <param name="track">The track and the racing line.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="RunException">A file can't be read.</exception>
    /// <exception cref="ExpressionException">An expression has a mistake.</exception>
    public LoadedRewards Load(SimTrace trace, Timeline? timeline, DrivenTrack track, CancellationToken cancellation)
    {
        var sources = new RewardSources(modelFolder, selection.File, selection.Components)
        {
            HasFunction = selection.Function is not null,
        };
        var rows = new RewardRows(trace, timeline is null ? null : timeline.Speeds(), track.Track, track.RacingLine);
        var own = RewardTable.Evaluate(sources.Read(), rows, cancellation);
        var function = selection.Function is { } python ? new RewardFunction(python, rows, terminal) : null;
        var table = own.With(function?.Run(cancellation) ?? []);
        var gapped = table.Series.Where(series => series.Gaps is not null).ToList();
        foreach (var series in gapped.Take(MaxGapRemarks)) terminal.Remark($"{series.Name}: {series.Gaps!.Description}");
        if (gapped.Count > MaxGapRemarks) terminal.Remark($"and {gapped.Count - MaxGapRemarks} more components have gaps.");

        return new LoadedRewards(sources, rows, function, table);
    }

    /// <summary>Says so where a racing line was given that no component asks for, and that nothing will be drawn of.</summary>
    public void RemarkUnusedLine(RewardTable table)
    {
        if (selection.Line is { } line
            && !table.Series.Any(series => series.Source.Contains(RewardRows.DistanceFromLine, StringComparison.Ordinal)))
        {
            terminal.Remark($"--line {line} changes nothing here: no component asks for {RewardRows.DistanceFromLine}.");
        }
    }

    private Track? FindTrack(SimTrace trace)
    {
        if (TrackSearch.FindBelow(modelFolder, trace) is not { } found) return null;
        terminal.Remark($"Track: {found.Path}, whose waypoints are the log's.");
        return found.Track;
    }

}
