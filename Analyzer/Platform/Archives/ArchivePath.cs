namespace Analyzer.Platform.Archives;

/// <summary>
/// Names of files in archives, <c>logs.tar.gz!sim-trace/0-iteration.csv</c>, wherever a file's path can stand; of those in an archive in
/// it, <c>download.zip!logs.tar.gz!sim-trace/0-iteration.csv</c>.
/// </summary>
internal static class ArchivePath
{
    private const char Mark = '!';
    private const string Packed = ".gz";
    private static readonly string[] Endings = [".zip", ".tar.gz", ".tgz", ".tar", Packed];
    private static readonly string[] OtherEndings = [".7z", ".rar", ".bz2", ".tbz2", ".xz", ".txz", ".zst"];

    /// <summary>Whether a file's name is that of an archive.</summary>
    public static bool IsArchive(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an entry's name is that of a hidden file, or of what macOS adds to an archive.</summary>
    public static bool IsHidden(string name) => name.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    /// <summary>Whether a file's name is that of an archive of a kind that is not read.</summary>
    public static bool IsOtherArchive(string path) =>
        OtherEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file's name is that of one file packed by itself: <c>log.csv.gz</c>.</summary>
    public static bool IsPacked(string path) =>
        path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The name of the file that is packed in one; it is a text's where it has no ending, as in exports of a console's log.
    /// </summary>
    public static string Unpacked(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', Path.DirectorySeparatorChar, Mark]) + 1)..^Packed.Length];
        return Path.HasExtension(name) ? name : $"{name}.log";
    }

    /// <summary>A name of an entry as it would be had each file that is packed by itself been unpacked in its place.</summary>
    public static string InPlace(string name)
    {
        var mark = name.LastIndexOf(Mark);
        if (mark < 0 || !IsPacked(name[..mark]) || Unpacked(name[..mark]) != name[(mark + 1)..]) return name;
        return name[..(name[..mark].LastIndexOfAny(['/', Path.DirectorySeparatorChar, Mark]) + 1)] + name[(mark + 1)..];
    }

    /// <summary>The path of an entry.</summary>
    public static string Join(string archive, string entry) => $"{archive}{Mark}{entry}";

    /// <summary>Archive and entry of a path; null where it names no entry of an archive that is there.</summary>
    public static (string Archive, string Entry)? Split(string path)
    {
        for (var mark = path.IndexOf(Mark); mark >= 0; mark = path.IndexOf(Mark, mark + 1))
            if (IsArchive(path[..mark]) && File.Exists(path[..mark])) return (path[..mark], path[(mark + 1)..]);

        return null;
    }
}
