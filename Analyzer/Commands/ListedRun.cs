using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Logs.Sources;

namespace Analyzer.Commands;

/// <summary>One line of <c>runs</c>. A path may lie in an archive: <c>archive!entry</c>.</summary>
/// <param name="Number">What <c>--evaluation</c> takes.</param>
/// <param name="Kind">evaluation, training or league.</param>
/// <param name="When">When it was driven, ISO 8601, UTC; null where neither names nor log tell.</param>
/// <param name="Job">The job's name, or what tells the run from the others.</param>
/// <param name="Log">The log; of several files, the first.</param>
/// <param name="Video">Its video, or null.</param>
/// <param name="Metrics">Its metrics, or null.</param>
/// <param name="Metadata">Its model_metadata.json, or null.</param>
/// <param name="TrackLength">Metres.</param>
/// <param name="Track">The track's name in the simulator, or null.</param>
/// <param name="Laps">Laps in the log.</param>
/// <param name="Completed">Those that were driven to their end.</param>
/// <param name="BestSeconds">The least time of these, official; null where there is none.</param>
/// <param name="Rows">Rows in the log.</param>
/// <param name="Iterations">Iterations of a training; null for other runs.</param>
internal sealed record ListedRun(
    int Number, string Kind, string? When, string Job, string Log, string? Video, string? Metrics, string? Metadata, double TrackLength,
    string? Track, int Laps, int Completed, double? BestSeconds, int Rows, int? Iterations)
{
    /// <summary>All runs of a library, by track, then by time; those whose log can't be read are left out.</summary>
    public static IReadOnlyList<ListedRun> Of(RunLibrary library)
    {
        Parallel.ForEach(library.Runs, run => _ = run.Trace);
        return
        [
            .. library.Runs.Where(run => run.Trace is not null)
                .Select(run => Of(
                    library.FilesOf(run, library.Videos.Of(run)),
                    new LapTimes(OfficialTimes.Of(run.Trace!, library.MetricsOf(run), timeline: null))))
                .OrderBy(run => Math.Round(run.TrackLength, 1))
                .ThenBy(run => run.When, StringComparer.Ordinal)
                .ThenBy(run => run.Number),
        ];
    }

    private static ListedRun Of(EvaluationFiles files, LapTimes times)
    {
        var trace = times.Trace;
        return new ListedRun(
            files.Number,
            files.Kind.ToString().ToLowerInvariant(),
            files.When?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            files.Job ?? files.Name,
            files.LogPath,
            files.VideoPath,
            files.MetricsPath,
            files.ActionSpacePath,
            trace.Rows[0].TrackLengthMetres,
            files.WorldName,
            trace.Laps.Length,
            trace.Laps.Count(times.IsCompleted),
            times.Best is { } best ? Math.Round(times.SecondsOf(best), 3) : null,
            trace.Rows.Length,
            files.Kind == RunKind.Training ? files.LogPaths.Length : null);
    }
}
