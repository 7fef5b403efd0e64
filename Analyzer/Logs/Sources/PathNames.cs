using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analyzer.Logs.Sources;

/// <summary>What paths tell: the time stamp and the job's name in them, and how near two files are in the folder tree.</summary>
internal static partial class PathNames
{
    private static readonly char[] Separators = ['/', '!'];

    private const string Stamp = @"(?<!\d)20\d\d-?\d\d-?\d\d[T_ -]?\d\d[:_-]?\d\d[:_-]?\d\d(?!\d)";

    /// <summary>The last time stamp in a path as 14 digits, <c>yyyyMMddHHmmss</c>; empty where there is none.</summary>
    public static string TimeStamp(string path) =>
        StampPattern().Matches(path).LastOrDefault() is { } stamp ? Digits(stamp) : "";

    /// <summary>The last time stamp in a path as a time, UTC; null where there is none.</summary>
    public static DateTime? Time(string path) =>
        DateTime.TryParseExact(
            TimeStamp(path), "yyyyMMddHHmmss", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>
    /// The job's name or id, which stands after a time stamp in the names of its files and folders; null where none has one. The stamps
    /// of one job's files differ, its name does not.
    /// </summary>
    public static string? Job(string path) => path.Split('/', '\\', '!')
        .Select(part => JobPattern().Match(part)).LastOrDefault(part => part.Success)?.Groups["job"].Value;

    /// <summary>Whether two files name one job, each by a name of its own: a folder that holds both tells nothing.</summary>
    public static bool AreOfOneJob(string one, string other)
    {
        var shared = SharedFolders(one, other);
        return Job(WithoutFirst(one, shared)) is { } job && Job(WithoutFirst(other, shared)) == job;
    }

    /// <summary>Names without the folders that hold others of them in folders beside theirs.</summary>
    public static IReadOnlyList<string> WithoutShared(IReadOnlyList<string> names)
    {
        // In order, those that share most are neighbours.
        var folders = names.Select(FolderOf).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (folders.Length < 2) return names;
        var shared = folders.Zip(folders.Skip(1), SharedFolders).Prepend(0).Append(0).ToArray();
        var most = folders.Select((folder, place) => (folder, Math.Max(shared[place], shared[place + 1]))).ToDictionary();
        return [.. names.Select(name => WithoutFirst(name, most[FolderOf(name)]))];
    }

    /// <summary>A name without the leading folders that it shares with the path, of several, with which it shares most.</summary>
    public static string Without(IEnumerable<string> folders, string name) =>
        WithoutFirst(name, folders.Distinct().Select(path => SharedFolders(path, name)).DefaultIfEmpty().Max());

    /// <summary>A key that sorts names as people do: <c>2-iteration</c> before <c>10-iteration</c>.</summary>
    public static string NaturalKey(string path) =>
        NumberPattern().Replace(path.ToUpperInvariant(), number => number.Value.PadLeft(20, '0'));

    /// <summary>The words of a path that can name one job among others: time stamps and ids of 6 letters and digits or more.</summary>
    public static HashSet<string> Tokens(string path)
    {
        var words = WordPattern().Matches(StampPattern().Replace(path, stamp => $" {Digits(stamp)} "));
        return [.. words.Select(word => word.Value).Where(word => word.Any(char.IsAsciiDigit))];
    }

    /// <summary>How far a file is from another: steps up the tree from the other's folder, then down; the fewest up are nearest.</summary>
    public static (int Up, int Down) Distance(string from, string to)
    {
        var (source, target) = (Folders(from), Folders(to));
        var shared = source.AsSpan().CommonPrefixLength(target);
        return (source.Length - shared, target.Length - shared);
    }

    /// <summary>Of the folders and archives that hold a file, the outermost that does not hold another; null where all do.</summary>
    public static ImmutableArray<string>? Branch(string other, string file)
    {
        var (otherFolders, folders) = (Folders(other), Folders(file));
        var shared = otherFolders.AsSpan().CommonPrefixLength(folders);
        return shared < folders.Length ? [.. folders[..(shared + 1)]] : null;
    }

    /// <summary>Whether a file lies in a folder, at any depth.</summary>
    public static bool IsBelow(ImmutableArray<string> folder, string file) => Folders(file).AsSpan().StartsWith(folder.AsSpan());

    /// <summary>Some names in a sentence: the first, and how many more there are.</summary>
    public static string List(IEnumerable<string> names)
    {
        const int NamesListed = 5;
        var all = names.ToList();
        var more = all.Count > NamesListed ? $" and {all.Count - NamesListed} more" : "";
        return string.Join(", ", all.Take(NamesListed)) + more;
    }

    private static string FolderOf(string name) => name[..(name.LastIndexOfAny(Separators) + 1)];

    private static int SharedFolders(string one, string other) =>
        one.Split(Separators).AsSpan()[..^1].CommonPrefixLength(other.Split(Separators).AsSpan()[..^1]);

    private static string WithoutFirst(string name, int folders)
    {
        for (; folders > 0; folders--) name = name[(name.IndexOfAny(Separators) + 1)..];
        return name;
    }

    private static string[] Folders(string file) => Path.GetFullPath(file).Split(Path.DirectorySeparatorChar, '!')[..^1];

    private static string Digits(Match stamp) => string.Concat(stamp.Value.Where(char.IsAsciiDigit));

    [GeneratedRegex(Stamp)]
    private static partial Regex StampPattern();

    [GeneratedRegex(Stamp + @"(?:\.\d+)?Z?[-_](?<job>[^.]+?)(?:-(?:robomaker|simulation|logs))?(?: \(\d+\))?(?:\.\w+)*$")]
    private static partial Regex JobPattern();

    [GeneratedRegex(@"\d+")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("[A-Za-z0-9]{6,}")]
    private static partial Regex WordPattern();
}
