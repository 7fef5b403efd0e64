using Analyzer.Logs.Sources;
using Analyzer.Platform.Archives;

namespace Analyzer.Logs.Discovery;

/// <summary>Which of several runs is the newest: by the stamp in its name or its metrics', its log's wall clock, its file's date.</summary>
/// <param name="library">What belongs to the runs.</param>
internal sealed class RunDates(RunLibrary library)
{
    // Files that were unpacked or downloaded together have dates that are no further apart.
    private static readonly TimeSpan ApartEnough = TimeSpan.FromMinutes(1);

    /// <summary>The newest run; where no dates tell, the last by name.</summary>
    /// <param name="runs">At least one, in the order of their names.</param>
    /// <returns>And in which words it is the one to take.</returns>
    public (FoundRun Run, string Why) NewestOf(IReadOnlyList<FoundRun> runs) =>
        Latest(runs, DateOf, TimeSpan.Zero) is { } dated ? (dated, "the newest")
        : Latest(runs, run => FileDateOf(run.Logs[0]), ApartEnough) is { } filed ? (filed, "the newest by its file's date")
        : (runs[^1], "the last by name");

    private static FoundRun? Latest(IReadOnlyList<FoundRun> runs, Func<FoundRun, DateTime?> dateOf, TimeSpan apart)
    {
        var dates = runs.Select(dateOf).ToList();
        if (dates.Contains(null) || dates.Max() is not { } latest) return null;
        return dates.Count(date => latest - date <= apart) == 1 ? runs[dates.IndexOf(latest)] : null;
    }

    private DateTime? DateOf(FoundRun run) =>
        PathNames.Time(run.OwnName)
        ?? (library.MetricsOf(run) is { } metrics ? PathNames.Time(library.Tree.NameOf(metrics.Path)) : null)
        ?? run.When;

    private static DateTime? FileDateOf(string log) => ArchivePath.Split(log) is null ? File.GetLastWriteTimeUtc(log) : null;
}
