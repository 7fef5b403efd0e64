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
        var rows = new RewardRows(trace, timeline is { FramesRead: > 0 } ? timeline.Speeds() : null, track.Track, track.RacingLine);
        var function = selection.Function is { } python ? new RewardFunction(python, rows, terminal) : null;
        var stamp = RewardFileWatcher.StampOf(LoadedRewards.PathsOf(sources, function));
        var set = sources.Read();

        // Before a frame is read no reward is drawn, and the default components have nothing to remark on: they are evaluated later.
        var isLater = timeline is { FramesRead: 0 } && set == RewardSet.Default;
        var own = isLater ? new RewardTable([]) : RewardTable.Evaluate(set, rows, cancellation);
        var table = own.With(function?.Run(cancellation) ?? []);
        var gapped = table.Series.Where(series => series.Gaps is not null).ToList();
        foreach (var series in gapped.Take(MaxGapRemarks)) terminal.Remark($"{series.Name}: {series.Gaps!.Description}");
        if (gapped.Count > MaxGapRemarks) terminal.Remark($"and {gapped.Count - MaxGapRemarks} more components have gaps.");

        return new LoadedRewards(sources, new(set), rows, function, table, stamp);
    }

    /// <summary>Says so where a track or a racing line was given that no component asks for, and that nothing will be drawn of.</summary>
    /// <param name="table">The components.</param>
    /// <param name="isTrackShown">Whether the track changes what is shown, whatever the components ask for.</param>
    public void RemarkUnused(RewardTable table, bool isTrackShown)
    {
        bool IsAskedFor(params IEnumerable<string> names) =>
            table.Series.Any(series => names.Any(name => series.Source.Contains(name, StringComparison.Ordinal)));
        if (selection.Track is { } track && !isTrackShown && table.Function is null && !IsAskedFor(RewardRows.TrackNames))
            terminal.Remark($"{RewardSelection.TrackOption} {track} changes nothing here: no component asks for the track.");
        if (selection.Line is { } line && !IsAskedFor(RewardRows.DistanceFromLine))
            terminal.Remark($"--line {line} changes nothing here: no component asks for {RewardRows.DistanceFromLine}.");
    }

    private Track? FindTrack(SimTrace trace)
    {
        if (TrackSearch.FindBelow(modelFolder, trace) is not { } found) return null;
        terminal.Remark($"Track: {found.Path}, whose waypoints are the log's.");
        return found.Track;
    }

}
