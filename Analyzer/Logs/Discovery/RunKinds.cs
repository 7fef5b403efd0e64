using Analyzer.Logs.Sources;

namespace Analyzer.Logs.Discovery;

/// <summary>Tells evaluation, training and league submission by the names of files and folders.</summary>
internal static class RunKinds
{
    private static readonly KeyValuePair<string, RunKind>[] Words =
    [
        new("training", RunKind.Training), new("evaluation", RunKind.Evaluation), new("leaderboard", RunKind.League),
    ];

    /// <summary>The kind that a path names last; null where it names none.</summary>
    public static RunKind? OfName(string name)
    {
        var (kind, last) = ((RunKind?)null, -1);
        foreach (var (word, its) in Words)
            if (name.LastIndexOf(word, StringComparison.OrdinalIgnoreCase) is var at && at > last) (kind, last) = (its, at);

        return kind;
    }
}
