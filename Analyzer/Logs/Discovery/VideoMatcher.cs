using Analyzer.Logs.Sources;

namespace Analyzer.Logs.Discovery;

/// <summary>Which video is a run's, as far as names and places tell.</summary>
internal sealed class VideoMatcher
{
    /// <summary>Cameras without a HUD, recorded beside the race camera, <c>camera-pip</c>.</summary>
    private static readonly string[] CamerasWithoutHud = ["45degree", "topview"];

    private readonly SourceTree tree;
    private readonly IReadOnlyList<FoundRun> runs;
    private readonly HashSet<string> commonTokens = [];

    /// <summary>Takes the files and the runs among them.</summary>
    public VideoMatcher(SourceTree tree, IReadOnlyList<FoundRun> runs)
    {
        (this.tree, this.runs) = (tree, runs);
        if (runs.Count < 2) return;
        commonTokens = runs.Select(run => PathNames.Tokens(run.Name)).Aggregate((all, next) => [.. all.Intersect(next)]);
    }

    /// <summary>
    /// The videos that may be a run's, likeliest first: those of its job, else those that name no other run's job, the nearest first;
    /// cameras without a HUD last.
    /// </summary>
    public List<string> Candidates(FoundRun run)
    {
        var all = tree.Videos.Select(video => (Path: video, Affinity: Affinity(run, video))).Where(video => video.Affinity >= 0).ToList();
        return
        [
            .. all.OrderByDescending(video => video.Affinity)
                .ThenBy(video => LooksWithoutHud(video.Path))
                .ThenBy(video => IsOfAnotherKind(run, video.Path))
                .ThenBy(video => IsNearest(run, video.Path) ? 0 : 1)
                .ThenBy(video => PathNames.Distance(run.Logs[0], video.Path))
                .Select(video => video.Path),
        ];
    }

    /// <summary>The video that is a run's as far as names and places tell: its likeliest, unless another run is nearer to it.</summary>
    public string? Of(FoundRun run) =>
        Candidates(run).Find(video => IsNamedAlike(run, video) || IsNearest(run, video));

    /// <summary>Whether no other run is nearer to a video: shares more folders with it, or as many and is no training.</summary>
    private bool IsNearest(FoundRun run, string video)
    {
        (int, int) Nearness(FoundRun other) =>
            (-PathNames.Distance(video, other.Logs[0]).Up, IsOfAnotherKind(other, video) || other.Kind == RunKind.Training ? 0 : 1);
        return Nearness(run).CompareTo(runs.Append(run).Max(Nearness)) == 0;
    }

    private bool IsOfAnotherKind(FoundRun run, string video) =>
        RunKinds.OfName(tree.NameOf(video)) is { } kind && (kind == RunKind.Training) != (run.Kind == RunKind.Training);

    /// <summary>Whether names say that a video is this run's.</summary>
    public bool IsNamedAlike(FoundRun run, string video) => Affinity(run, video) > 0;

    /// <summary>Whether a camera's name says that its pictures have no HUD.</summary>
    public static bool LooksWithoutHud(string video) =>
        CamerasWithoutHud.Any(camera => video.Contains(camera, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a video's name has in common with a run's: above 0 it is the run's, below 0 another's, at 0 it may be any's.</summary>
    private int Affinity(FoundRun run, string video)
    {
        var name = tree.NameOf(video);
        if (run.Job is { } job)
        {
            const int SameJob = 1000;
            if (PathNames.Job(name) == job || name.Contains(job, StringComparison.Ordinal)) return SameJob;
        }

        var (own, tokens) = (Tokens(run.Name), Tokens(name));
        var shared = tokens.Intersect(own).Sum(token => token.Length);
        if (shared > 0) return shared;
        return runs.Any(other => other != run && (tokens.Overlaps(Tokens(other.Name)) || NamesJobOf(other, name))) ? -1 : 0;
    }

    private static bool NamesJobOf(FoundRun run, string name) =>
        run.Job is { } job && (PathNames.Job(name) == job || name.Contains(job, StringComparison.Ordinal));

    private HashSet<string> Tokens(string name) => [.. PathNames.Tokens(name).Except(commonTokens)];
}
