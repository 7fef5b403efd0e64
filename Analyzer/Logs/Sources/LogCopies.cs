using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Analyzer.Platform;
using Analyzer.Platform.Archives;

namespace Analyzer.Logs.Sources;

/// <summary>
/// Drops duplicates of a log: archives often lie beside what was unpacked from them, browsers number a second download, and links lead to
/// what is there already.
/// </summary>
internal sealed partial class LogCopies
{
    private readonly Dictionary<string, Known> known = [];

    /// <summary>Takes a log in.</summary>
    /// <param name="path">The log.</param>
    /// <param name="start">Its first bytes.</param>
    public void Add(string path, byte[] start) => known[path] = new Known(TableHead.Of(start), start);

    /// <summary>Drops all but one of each log from a list: of the same name the unpacked ones, of one folder the shortest name.</summary>
    /// <param name="logs">The list.</param>
    /// <param name="nameOf">A file's path as seen from what the user gave.</param>
    /// <returns>Sentences on those that have names of their own.</returns>
    public ImmutableArray<string> DropFrom(List<string> logs, Func<string, string> nameOf)
    {
        if (logs.Count < 2) return [];
        DropPacked(logs, nameOf);
        var remarks = ImmutableArray.CreateBuilder<string>();
        var together = logs.Where(path => known.TryGetValue(path, out var log) && log.FirstRow.Length > 0)
            .GroupBy(path => (known[path].FirstRow, FolderOf(path))).Where(group => group.Count() > 1 && !group.All(IsNumbered));
        foreach (var same in together.SelectMany(group => group.GroupBy(ContentOf)).ToList())
        {
            var kept = same.OrderBy(IsPackedOrLink).ThenBy(path => path.Length).First();
            foreach (var copy in same.Where(path => path != kept && !IsNumbered(path)))
            {
                logs.Remove(copy);
                remarks.Add($"{copy}: left out, it is a copy of {nameOf(kept)}.");
            }
        }

        return remarks.ToImmutable();
    }

    private void DropPacked(List<string> logs, Func<string, string> nameOf)
    {
        string Tail(string path) => string.Join('/', nameOf(path).Split('/', '!').TakeLast(2));
        foreach (var copies in logs.Where(known.ContainsKey).GroupBy(path => (known[path].FirstRow, Tail(path))).ToList())
        {
            var unpacked = copies.Where(path => ArchivePath.Split(path) is null).ToList();
            var kept = unpacked.Count > 0 ? unpacked : [copies.First()];
            foreach (var copy in copies.Except(kept)) logs.Remove(copy);
        }
    }

    private static bool IsPackedOrLink(string path) => ArchivePath.Split(path) is not null || LinkedBy(path) is not null;

    // Iterations and episodes are told from each other by their numbers, whatever they hold.
    private static bool IsNumbered(string path) => NumberedPattern().IsMatch(path);

    /// <summary>The folder that a log lies in: of a link that where it leads, of a packed one that of the archive.</summary>
    private static string FolderOf(string path)
    {
        var place = ArchivePath.InPlace(LinkedBy(path) ?? Path.GetFullPath(path));
        return place[..(place.LastIndexOfAny([Path.DirectorySeparatorChar, '/', '!']) + 1)];
    }

    private static string? LinkedBy(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;

    /// <summary>What tells a log's content, but for speeds, from another's.</summary>
    private string ContentOf(string path)
    {
        try
        {
            return InputFile.Read(path, "make it readable", stream =>
            {
                using var lines = new StreamReader(stream);
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                while (lines.ReadLine() is { } line) hash.AppendData(Encoding.UTF8.GetBytes(known[path].WithoutSpeed(line) + '\n'));
                return Convert.ToHexString(hash.GetHashAndReset());
            });
        }
        catch (RunException)
        {
            // Why it can't be read is said where its rows are.
            return path;
        }
    }

    [GeneratedRegex(@"\d-(?:iteration|episode)\.csv$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedPattern();

    /// <summary>A log whose beginning has been read.</summary>
    private sealed class Known
    {
        private readonly char separator;
        private readonly int speed;

        public Known(TableHead head, byte[] start)
        {
            separator = head.Separator;
            speed = Array.FindIndex([.. head.Names], name => name.Equals("speed", StringComparison.OrdinalIgnoreCase));
            var lines = Encoding.Latin1.GetString(start.AsSpan(head.Start)).Split('\n');
            FirstRow = lines.Length < 2 ? "" : WithoutSpeed(lines[1]);
        }

        /// <summary>A log's first row, by which it is known.</summary>
        public string FirstRow { get; }

        /// <summary>A line without the speed, which only the copy that was analysed may have.</summary>
        public string WithoutSpeed(string line) => string.Join(separator, line.Split(separator).Where((_, column) => column != speed));
    }
}
