using System.Globalization;
using Analyzer.Platform.Archives;

namespace Analyzer.Sessions;

/// <summary>Which run a command is about.</summary>
/// <param name="Model">The folder of what the user gave: a <c>rewards.json</c> may lie there, and recordings go there.</param>
/// <param name="Log">The sim-trace to take, or null to find it.</param>
/// <param name="Video">The video to take, or null to find it.</param>
/// <param name="Evaluation">The run's number as <c>runs</c> lists it, or null to choose.</param>
/// <param name="KeepLog">Leave the log as it is.</param>
internal sealed record RunSelection(string Model, string? Log, string? Video, int? Evaluation, bool KeepLog)
{
    /// <summary>What the user gave: folders of any depth, archives, logs and videos, together one run or several to choose from.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [Model];

    /// <summary>Go on where log and video are said not to belong together.</summary>
    public bool Force { get; init; }

    /// <summary>The words of a command line that choose the same run.</summary>
    public IReadOnlyList<string> Words =>
    [
        .. Paths,
        .. Option("--log", Paths.Contains(Log) ? null : Log),
        .. Option("--video", Video),
        .. Option("--evaluation", Evaluation?.ToString(CultureInfo.InvariantCulture)),
        .. Force ? ["--force"] : Array.Empty<string>(),
    ];

    /// <summary>The folder of what the user gave: the first that is one, else the one that the first file lies in.</summary>
    public static string FolderOf(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(Directory.Exists) is { } folder) return folder;
        var file = paths is [var first, ..] ? ArchivePath.Split(first)?.Archive ?? first : "";
        return Path.GetDirectoryName(file) is { Length: > 0 } around ? around : ".";
    }

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
