using System.Collections.Immutable;

namespace Analyzer.Sessions.Components;

/// <summary>Which rewards a command shows.</summary>
/// <param name="File">A file of components as <c>rewards.json</c>, or null.</param>
/// <param name="Components">Components given as <c>NAME=EXPR</c>.</param>
/// <param name="Function">A Python file with a reward function, or null.</param>
/// <param name="Track">The track's lines, a NumPy file, or null.</param>
/// <param name="Line">A racing line, a NumPy file, or null.</param>
internal sealed record RewardSelection(string? File, ImmutableArray<string> Components, string? Function, string? Track, string? Line)
{
    /// <summary>The option that names the track's lines.</summary>
    public const string TrackOption = "--track";

    /// <summary>Nothing named: the model folder's own <c>rewards.json</c>, else the default components.</summary>
    public static RewardSelection Default { get; } = new(null, [], null, null, null);
}
