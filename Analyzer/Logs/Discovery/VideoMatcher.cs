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
    private readonly Dictionary<string, (string Own, string? Job, HashSet<string> Tokens)> names = [];
    private readonly Dictionary<string, HashSet<FoundRun>> owners = [];

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
        var affinities = new Dictionary<string, int>();
        foreach (var video in tree.Videos) affinities[video] = Affinity(run, video);
        var all = tree.Videos.FindAll(video => affinities[video] >= 0);
        return all.Count < 2 ? all :
        [
            .. all.OrderByDescending(video => affinities[video])
                .ThenBy(LooksWithoutHud)
                .ThenBy(video => IsOfAnotherKind(run, video))
                .ThenBy(video => !OwnersOf(video).Contains(run))
                .ThenBy(video => PathNames.Distance(run.Logs[0], video)),
        ];
    }

    /// <summary>The video that is a run's as far as names and places tell: its likeliest, unless another run is nearer to it.</summary>
    public string? Of(FoundRun run) => Candidates(run).Find(video => OwnersOf(video).Contains(run));

    /// <summary>
    /// Of the runs that a video's name names best, or of all where it names none, those to which no other is nearer: shares more folders
    /// with it, or as many and is no training.
    /// </summary>
    private HashSet<FoundRun> OwnersOf(string video)
    {
        if (runs is [var only]) return [only];
        (int, int) Nearness(FoundRun run) =>
            (-PathNames.Distance(video, run.Logs[0]).Up, IsOfAnotherKind(run, video) || run.Kind == RunKind.Training ? 0 : 1);
        if (!owners.TryGetValue(video, out var those))
        {
            var ranked = runs.Select(run => (Run: run, Rank: (Affinity(run, video), Nearness(run)))).ToList();
            var most = ranked.Select(run => run.Rank).DefaultIfEmpty().Max();
            owners[video] = those = [.. ranked.Where(run => run.Rank == most).Select(run => run.Run)];
        }

        return those;
    }

    private bool IsOfAnotherKind(FoundRun run, string video) =>
        RunKinds.OfName(tree.NameOf(video)) is { } kind && (kind == RunKind.Training) != (run.Kind == RunKind.Training);

    /// <summary>Whether a video is this run's and no other's: names say so, or it lies with this run alone.</summary>
    public bool IsSurely(FoundRun run, string video) => OwnersOf(video) is { Count: 1 } owners && owners.Contains(run);

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
        run.Job is { } job && (WordsOf(name).Job == job || WordsOf(name).Own.Contains(job, StringComparison.Ordinal));

    private (string Own, string? Job, HashSet<string> Tokens) WordsOf(string name)
    {
        if (!names.TryGetValue(name, out var words))
        {
            var own = PathNames.Without(runs.Select(run => run.Name[..^run.OwnName.Length]), name);
            names[name] = words = (own, PathNames.Job(own), [.. PathNames.Tokens(name).Except(commonTokens)]);
        }

        return words;
    }
}
