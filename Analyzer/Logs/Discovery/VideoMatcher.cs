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
    private readonly Dictionary<string, (string? Job, HashSet<string> Tokens)> names = [];
    private readonly Dictionary<string, HashSet<FoundRun>> nearest = [];

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
    private bool IsNearest(FoundRun run, string video) => NearestOf(video) is var those && (those.Count == 0 || those.Contains(run));

    private HashSet<FoundRun> NearestOf(string video)
    {
        (int, int) Nearness(FoundRun other) =>
            (-PathNames.Distance(video, other.Logs[0]).Up, IsOfAnotherKind(other, video) || other.Kind == RunKind.Training ? 0 : 1);
        if (!nearest.TryGetValue(video, out var those))
        {
            var ranked = runs.Select(other => (Run: other, Nearness: Nearness(other))).ToList();
            var most = ranked.Select(other => other.Nearness).DefaultIfEmpty().Max();
            nearest[video] = those = [.. ranked.Where(other => other.Nearness == most).Select(other => other.Run)];
        }

        return those;
    }

    private bool IsOfAnotherKind(FoundRun run, string video) =>
        RunKinds.OfName(tree.NameOf(video)) is { } kind && (kind == RunKind.Training) != (run.Kind == RunKind.Training);

    /// <summary>Whether a video is this run's and no other's: names say so, or it lies with this run alone.</summary>
    public bool IsSurely(FoundRun run, string video) => IsNamedAlike(run, video) || (NearestOf(video).Count == 1 && IsNearest(run, video));

    private bool IsNamedAlike(FoundRun run, string video) => Affinity(run, video) > 0;

    /// <summary>Whether a camera's name says that its pictures have no HUD.</summary>
    public static bool LooksWithoutHud(string video) =>
        CamerasWithoutHud.Any(camera => video.Contains(camera, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a video's name has in common with a run's: above 0 it is the run's, below 0 another's, at 0 it may be any's.</summary>
    private int Affinity(FoundRun run, string video)
    {
        const int SameJob = 1000;
        var name = tree.NameOf(video);
        if (NamesJobOf(run, name)) return SameJob;
        var tokens = WordsOf(name).Tokens;
        var shared = tokens.Intersect(WordsOf(run.Name).Tokens).Sum(token => token.Length);
        if (shared > 0) return shared;
        return runs.Any(other => other != run && (tokens.Overlaps(WordsOf(other.Name).Tokens) || NamesJobOf(other, name))) ? -1 : 0;
    }

    private bool NamesJobOf(FoundRun run, string name) =>
        WordsOf(run.Name).Job is { } job && (WordsOf(name).Job == job || name.Contains(job, StringComparison.Ordinal));

    private (string? Job, HashSet<string> Tokens) WordsOf(string name)
    {
        if (!names.TryGetValue(name, out var words))
            names[name] = words = (PathNames.Job(name), [.. PathNames.Tokens(name).Except(commonTokens)]);
        return words;
    }
}
