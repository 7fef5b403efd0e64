using System.Collections.Immutable;
using Analyzer.Logs.Discovery;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>Finds evaluations in a model folder of any layout: console download, DeepRacer for Cloud, files side by side.</summary>
public static class ModelFolder
{
    /// <summary>The evaluation that the user means: what they name, else the newest.</summary>
    public static RunChoice Choose(string modelDir, string? log, string? video, int? evaluation, bool videoNeeded) =>
        new RunChooser(new RunLibrary([modelDir]), new NoProbe(), null).Choose(new RunRequest([modelDir], log, video, evaluation, videoNeeded));

    /// <summary>All runs.</summary>
    /// <exception cref="RunException">The folder is not there.</exception>
    public static ImmutableArray<EvaluationFiles> Find(string modelDir)
    {
        var library = new RunLibrary([modelDir]);
        return [.. library.Runs.Select(run => library.FilesOf(run, library.Videos.Of(run)))];
    }

    private sealed class NoProbe : IVideoProbe
    {
        public bool ShowsHud(string video) => !VideoMatcher.LooksWithoutHud(video);

        public double FitOf(string video, SimTrace trace, EvaluationMetrics? metrics) => 0;
    }
}
