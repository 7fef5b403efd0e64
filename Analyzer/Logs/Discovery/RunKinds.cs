using System.Text.RegularExpressions;
using Analyzer.Logs.Sources;

namespace Analyzer.Logs.Discovery;

/// <summary>Tells evaluation, training and league submission by the names of files and folders.</summary>
internal static partial class RunKinds
{
    /// <summary>The kind that a path names last; null where it names none.</summary>
    public static RunKind? OfName(string name) => KindPattern().Matches(name).LastOrDefault()?.Value.ToUpperInvariant() switch
    {
        "TRAINING" => RunKind.Training,
        "LEADERBOARD" => RunKind.League,
        null => null,
        _ => RunKind.Evaluation,
    };

    [GeneratedRegex("training|evaluation|leaderboard", RegexOptions.IgnoreCase)]
    private static partial Regex KindPattern();
}
