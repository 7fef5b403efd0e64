using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>Tells which of a folder's logs are evaluations, and which video, metrics and action space belong to each.</summary>
internal sealed class EvaluationMatcher
{
    /// <summary>Folders in which DeepRacer for Cloud keeps recordings beside those of the race camera, <c>camera-pip</c>.</summary>
    private static readonly string[] OtherCameras = ["camera-45degree", "camera-topview"];

    private readonly FolderContents contents;
    private readonly HashSet<string> commonTokens = [];

    /// <summary>Sorts the logs: evaluations only, where there are any; oldest first.</summary>
    public EvaluationMatcher(FolderContents contents)
    {
        this.contents = contents;
        var evaluations = contents.Logs.Where(log => !IsTraining(log)).ToList();
        IsTrainingOnly = evaluations.Count == 0 && contents.Logs.Count > 0;
        Logs = [.. (IsTrainingOnly ? contents.Logs : evaluations)
            .OrderBy(log => PathNames.TimeStamp(contents.Relative(log)), StringComparer.Ordinal)
            .ThenBy(log => PathNames.NaturalKey(contents.Relative(log)), StringComparer.Ordinal)];
        Metrics = [.. contents.MetricsCandidates.Select(ReadMetrics).OfType<EvaluationMetrics>()];
        if (Logs.Count > 1) commonTokens = Logs.Select(AllTokens).Aggregate((all, next) => [.. all.Intersect(next)]);
    }

    /// <summary>The evaluations' logs, oldest first; the training logs where there are no others.</summary>
    public List<string> Logs { get; }

    /// <summary>True where <see cref="Logs"/> are training logs for want of others.</summary>
    public bool IsTrainingOnly { get; }

    /// <summary>All metrics files, whichever log they belong to.</summary>
    public List<EvaluationMetrics> Metrics { get; }

    /// <summary>What belongs to a log.</summary>
    public EvaluationFiles Of(string log)
    {
        var number = Logs.FindIndex(known => Path.GetFullPath(known) == Path.GetFullPath(log)) + 1;
        return new EvaluationFiles(
            number, NameOf(log), log, VideoOf(log), MetricsOf(log), contents.ActionSpaces.MinBy(path => PathNames.Distance(log, path)));
    }

    /// <summary>The folder in a log's path that names its job; the whole path where none does or where several logs share it.</summary>
    public string NameOf(string log)
    {
        var name = JobOf(log);
        return name is null || Logs.Count(other => JobOf(other) == name) > 1 ? contents.Relative(log) : name;
    }

    /// <summary>
    /// The video with most in common with a log's names; where none has anything, the nearest in the tree of those that don't
    /// belong to another log. Of several cameras' recordings it is the one with the HUD.
    /// </summary>
    public string? VideoOf(string log)
    {
        var own = Tokens(log);
        var others = Logs.Where(other => other != log).SelectMany(Tokens).Except(own).ToHashSet();
        return contents.Videos
            .Select(video => (Path: video, Tokens: Tokens(video)))
            .Where(video => video.Tokens.Overlaps(own) || !video.Tokens.Overlaps(others))
            .OrderByDescending(video => video.Tokens.Intersect(own).Sum(token => token.Length))
            .ThenBy(video => IsTraining(video.Path) != IsTraining(log))
            .ThenBy(video => PathNames.Distance(log, video.Path))
            .ThenBy(video => OtherCameras.Any(camera => video.Path.Contains(camera, StringComparison.OrdinalIgnoreCase)))
            .Select(video => video.Path)
            .FirstOrDefault();
    }

    private string? MetricsOf(string log)
    {
        if (Metrics.Count == 0) return null;
        try
        {
            var trace = SimTraceReader.Read(log);
            return Metrics.Where(metrics => metrics.MisfitMilliseconds(trace) is not null)
                .MinBy(metrics => metrics.MisfitMilliseconds(trace))?.Path;
        }
        catch (RunException)
        {
            return null;
        }
    }

    private string? JobOf(string log) =>
        contents.Relative(log).Split(Path.DirectorySeparatorChar).LastOrDefault(part => PathNames.Tokens(part).Count > 0);

    private bool IsTraining(string path)
    {
        var name = contents.Relative(path);
        return name.LastIndexOf("training", StringComparison.OrdinalIgnoreCase)
            > name.LastIndexOf("evaluation", StringComparison.OrdinalIgnoreCase);
    }

    private HashSet<string> Tokens(string path) => [.. AllTokens(path).Except(commonTokens)];

    private HashSet<string> AllTokens(string path) => PathNames.Tokens(contents.Relative(path));

    private static EvaluationMetrics? ReadMetrics(string path)
    {
        try
        {
            return EvaluationMetrics.Read(path);
        }
        catch (RunException)
        {
            return null;
        }
    }
}
