using System.Collections.Concurrent;
using System.Collections.Immutable;
using Analyzer.Platform.Temporary;

namespace Analyzer.Platform.Archives;

/// <summary>
/// An archive (zip, tar, tar.gz, a file packed by gzip), read where it lies: nothing is unpacked beside it, nothing is ever written into
/// it. Links and names that lead out of it are passed over; what lies in an archive in it is read as well. Small texts of a tar, which
/// can only be read from its beginning, are kept.
/// </summary>
internal sealed class ArchiveFile
{
    private const long LargestKeptFile = 32L << 20;
    private const long MaxKept = 128L << 20;
    private const int MaxNested = 2;

    // An archive may say that a file is longer than it is.
    private const int LikelyLength = 1 << 16;

    private static readonly HashSet<string> KeptEndings =
        new(StringComparer.OrdinalIgnoreCase) { ".csv", ".json", ".jsonl", ".ndjson", ".log", ".txt", ".npy" };

    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), Lazy<ArchiveFile>> Opened = [];

    private readonly string path;
    private readonly Dictionary<string, byte[]> kept = [];
    private long keptBytes;

    private ArchiveFile(string path)
    {
        this.path = path;
        var entries = new List<ArchiveEntry>();
        var faults = new List<string>();
        void PassOver(string nested, ArchiveException error)
        {
            faults.Add(error.Message);
            while (entries is [.., { Name: var name }] && name.StartsWith(nested, StringComparison.Ordinal))
            {
                entries.RemoveAt(entries.Count - 1);
                if (kept.Remove(name, out var content)) keptBytes -= content.Length;
            }
        }

        var pass = new ArchivePass(LimitOf(path), Enters: _ => true, PassOver, Visit: (entry, open) =>
        {
            if (IsKept(entry)) Keep(entry, open());
            entries.Add(entry);
            return true;
        });
        Walk(pass);
        Entries = [.. entries.GroupBy(entry => entry.Name, (_, same) => same.Last())];
        (PassedOver, Faults) = (pass.PassedOver, ListOf(faults, pass.NotEntered));
    }

    /// <summary>All files in it, in its own order; those of an archive in it by both names, <c>logs.tar.gz!0-iteration.csv</c>.</summary>
    public ImmutableArray<ArchiveEntry> Entries { get; }

    /// <summary>How many entries were passed over: links, absolute names, names that lead out of it.</summary>
    public int PassedOver { get; }

    /// <summary>Sentences on archives and damaged files in it that are passed over.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Looks through an archive; one that was looked through and has not changed since is not read again.</summary>
    /// <exception cref="ArchiveException">It can't be read, or is beyond the <see cref="ArchiveLimits"/>.</exception>
    public static ArchiveFile Open(string path)
    {
        var file = new FileInfo(path);
        var stamp = (file.FullName, file.Exists ? file.Length : 0, file.LastWriteTimeUtc);
        return Opened.GetOrAdd(stamp, _ => new Lazy<ArchiveFile>(() => new ArchiveFile(path))).Value;
    }

    /// <summary>Reads one file of it.</summary>
    /// <exception cref="FileNotFoundException">There is none of this name.</exception>
    /// <exception cref="ArchiveException">The archive can't be read.</exception>
    public T Read<T>(string name, Func<Stream, T> read)
    {
        if (kept.TryGetValue(name, out var content)) return read(new MemoryStream(content, writable: false));
        var result = default(T);
        var found = false;
        Walk(new ArchivePass(
            LimitOf(path),
            Enters: nested => name.StartsWith(nested, StringComparison.Ordinal),
            PassOver: (_, error) => throw error,
            Visit: (entry, open) =>
            {
                if (entry.Name != name) return true;
                using var stream = open();
                (result, found) = (read(stream), true);
                return false;
            }));
        return found ? result! : throw new FileNotFoundException("there is no such file in the archive", name);
    }

    private bool IsKept(ArchiveEntry entry) => KeptEndings.Contains(Path.GetExtension(entry.Name))
        && entry.Length <= LargestKeptFile && keptBytes + entry.Length <= MaxKept;

    private void Keep(ArchiveEntry entry, Stream stream)
    {
        using (stream)
        using (var content = new MemoryStream((int)Math.Min(entry.Length, LikelyLength)))
        {
            stream.CopyTo(content);
            kept[entry.Name] = content.ToArray();
            keptBytes += content.Length;
        }
    }

    /// <summary>Goes through the files of the archive until the pass has what it wants.</summary>
    private void Walk(ArchivePass pass)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Walk(pass, file, path, nestings: 0);
    }

    /// <summary>Goes through the files of the archive, or of one in it.</summary>
    /// <returns>Whether to go on.</returns>
    private bool Walk(ArchivePass pass, Stream file, string shown, int nestings)
    {
        try
        {
            using var walk = ArchiveWalk.Of(file, shown, pass.Unpacked);
            while (walk.Next() is { } entry)
            {
                if (!pass.Take(entry.Length)) throw ArchiveLimits.Exceeded(shown);
                if (entry.IsDirectory) continue;
                if (entry.IsLink || ArchiveEntry.SafeName(entry.Name) is not { } name)
                {
                    pass.PassedOver++;
                    continue;
                }

                var (inner, whole) = (ArchivePath.Join(shown, name), $"{shown[path.Length..]}!{name}"[1..]);
                try
                {
                    if (!Take(pass, entry, () => walk.OpenEntry(entry.Length), inner, whole, nestings)) return false;
                }
                catch (Exception error) when (walk.HasEntriesApart && ArchiveDamage.Is(error))
                {
                    pass.PassOver($"{whole}!", ArchiveDamage.OfFile(inner, error));
                }
            }

            return true;
        }
        catch (Exception error) when (ArchiveDamage.Is(error))
        {
            throw ArchiveDamage.OfArchive(shown, error);
        }
    }

    /// <summary>Goes into an entry that is an archive, or gives it to the pass.</summary>
    /// <returns>Whether to go on.</returns>
    private bool Take(ArchivePass pass, WalkedEntry entry, Func<Stream> open, string shown, string name, int nestings) =>
        IsNested(name) && nestings < MaxNested
            ? !pass.Enters($"{name}!") || Enter(pass, open, shown, $"{name}!", nestings + 1)
            : pass.Visit(new ArchiveEntry(name, entry.Length), open);

    /// <summary>Goes through an archive in the archive, which is unpacked to a temporary file for it: a zip is read from its end.</summary>
    private bool Enter(ArchivePass pass, Func<Stream> open, string shown, string prefix, int nestings)
    {
        if (!pass.MayEnter)
        {
            pass.NotEntered++;
            return true;
        }

        var undo = pass.Mark();
        using var unpacked = new UnnamedFile(UnnamedFile.FolderOfLargeFiles, ".archive");
        using var file = new FileStream(
            unpacked.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        using (var packed = open()) packed.CopyTo(file);
        file.Position = 0;
        try
        {
            return Walk(pass, file, shown, nestings);
        }
        catch (ArchiveException error)
        {
            undo();
            pass.PassOver(prefix, error);
            return true;
        }
    }

    private List<string> ListOf(List<string> faults, int notEntered)
    {
        const int MaxNamed = 5;
        var sentences = faults.Take(MaxNamed).ToList();
        if (faults.Count > MaxNamed) sentences.Add($"{path}: {faults.Count - MaxNamed} more files in it can't be read.");
        if (notEntered > 0)
        {
            sentences.Add(
                $"{path}: so many archives in it can't be read that {notEntered} more are not tried; {ArchiveDamage.Remedy}.");
        }

        return sentences;
    }

    private static bool IsNested(string name) =>
        ArchivePath.IsArchive(name) && !ArchivePath.IsHidden(name);

    private static long LimitOf(string path) => ArchiveLimits.MaxBytesOf(new FileInfo(path).Length);
}
