using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Rewards.Tracks;

/// <summary>Finds a log's track: in the file that the user names, or among the files of a folder.</summary>
internal static class TrackSearch
{
    private const string Pattern = "*.npy";
    private const int MaxFiles = 500;

    private static readonly EnumerationOptions Anywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 8,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.Device,
    };

    private static readonly EnumerationOptions Beside = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Device };

    /// <summary>The track in a file, as the log's run drove it.</summary>
    /// <exception cref="RunException">
    /// The file is no track or another's than the log's; the message names a file beside it that is the log's, where there is one.
    /// </exception>
    public static Track Read(string path, SimTrace trace)
    {
        var fit = TrackFit.Of(TrackFile.Read(path), trace);
        if (fit.Difference is not { } difference) return fit.Track;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        throw new RunException(Find(Files(folder, Beside), trace) is { } found
            ? $"{path}: {difference}; {Path.GetFileName(found.Path)} beside it is: give that with --track FILE.npy."
            : $"{path}: {difference}; give the file of the track driven with --track FILE.npy.");
    }

    /// <summary>
    /// The first file below a folder that holds the log's track, and the track as the log's run drove it; null without one.
    /// </summary>
    public static (string Path, Track Track)? FindBelow(string folder, SimTrace trace) => Find(Files(folder, Anywhere), trace);

    private static (string Path, Track Track)? Find(IEnumerable<string> files, SimTrace trace)
    {
        foreach (var path in files)
            if (TryRead(path) is { } track && TrackFit.TryFit(track, trace) is { } fitting) return (path, fitting);

        return null;
    }

    private static IEnumerable<string> Files(string folder, EnumerationOptions where) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, Pattern, where).Take(MaxFiles).Order(StringComparer.Ordinal)
        : [];

    private static Track? TryRead(string path)
    {
        try
        {
            return TrackFile.Read(path);
        }
        catch (RunException)
        {
            return null;
        }
    }
}
