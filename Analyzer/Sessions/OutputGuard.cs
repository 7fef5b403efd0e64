using System.Text.RegularExpressions;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Sessions.Components;

namespace Analyzer.Sessions;

/// <summary>Keeps a command's output from overwriting a file that it reads, or that a run is made of.</summary>
internal static partial class OutputGuard
{
    private const string Remedy = "give another name with -o";

    // What no command writes: tracks, functions, texts of the simulator, settings, readings, a log's untouched copy, downloads.
    private static readonly string[] NeverWritten = [".npy", ".py", ".log", ".json", ".hud.csv", ".bak", ".gz", ".tgz", ".tar", ".zip"];

    /// <summary>Refuses an output that is one of the run's own files, or an existing one that no command has written.</summary>
    /// <param name="output">The value of <c>-o</c>.</param>
    /// <param name="files">What belongs to the run.</param>
    /// <param name="rewards">The files that the user names.</param>
    /// <exception cref="RunException">It is such a file, itself or by a link.</exception>
    public static void Refuse(string output, EvaluationFiles files, RewardSelection rewards)
    {
        var video = files.VideoPath;
        (string Name, string? Path)[] own =
        [
            ("video", video), ("metrics", files.MetricsPath), ("action space", files.ActionSpacePath),
            .. files.LogPaths.Select(log => ("log", (string?)log)),
            ("HUD readings", video is null ? null : HudFile.PathFor(video)),
            ("rewards", rewards.File), ("reward function", rewards.Function), ("track", rewards.Track), ("racing line", rewards.Line),
        ];
        var target = Real(output);
        foreach (var (name, path) in own)
        {
            if (path is not null && Real(ArchivePath.Split(path)?.Archive ?? path) == target)
                throw new RunException($"{output}: this is the evaluation's own {name}; {Remedy}.");
        }

        if (File.Exists(target) && !RegularFile.IsSpecial(target) && IsOfARun(target))
            throw new RunException($"{output}: this file was not written by the analyzer and is left as it is; {Remedy}.");
    }

    private static bool IsOfARun(string path) =>
        NeverWritten.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || DownloadedVideo().IsMatch(path) || File.Exists(HudFile.PathFor(path))
        || TableHead.Of(InputFile.ReadStart(path, SourceKinds.HeaderBytes)).IsLog;

    // A run's video has this name in all downloads; one that was saved under another has its readings beside it once it was read.
    [GeneratedRegex(@"\d-video\.mp4$", RegexOptions.IgnoreCase)]
    private static partial Regex DownloadedVideo();

    private static string Real(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            // A circle of links is told where it is written to.
            return Path.GetFullPath(path);
        }
    }
}
