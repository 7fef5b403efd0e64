using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>A folder to fill with files, and what is found there.</summary>
public abstract class LibraryStage : IDisposable
{
    /// <summary>A log of one row.</summary>
    protected static readonly string Log = Some.Log(Some.Line);

    private protected TempFolder Folder { get; } = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Folder.Dispose();
    }

    private protected RunChoice Choose(string? log = null, string? video = null, int? evaluation = null, bool videoNeeded = false) =>
        new RunChooser(new RunLibrary([Folder.Root]), new NoProbe(), ask: null)
            .Choose(new RunRequest([Folder.Root], log, video, evaluation, videoNeeded));

    private protected ImmutableArray<EvaluationFiles> Found()
    {
        var library = new RunLibrary([Folder.Root]);
        return [.. library.Runs.Select(run => library.FilesOf(run, library.Videos.Of(run)))];
    }
}
