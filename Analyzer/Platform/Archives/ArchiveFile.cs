using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using Analyzer.Platform.Temporary;
using SharpCompress.Common;

namespace Analyzer.Platform.Archives;

/// <summary>
/// An archive (zip, tar, tar.gz), read where it lies: nothing is unpacked beside it, nothing is ever written into it. Links and names
/// that lead out of it are passed over; what lies in an archive in it is read as well. Small texts of a tar, which can only be read from
/// its beginning, are kept.
/// </summary>
internal sealed class ArchiveFile
{
    private const long LargestKeptFile = 32L << 20;
    private const long MaxKept = 128L << 20;
    private const int MaxNested = 2;

    // Each may be unpacked up to the limit before it is refused.
    private const int MaxFaultyArchives = 3;
    private const string Remedy = "download it again, or unpack it and give the folder";

    private static readonly HashSet<string> KeptEndings = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".json", ".log", ".txt", ".npy" };
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), Lazy<ArchiveFile>> Opened = [];

    private readonly string path;
    private readonly Dictionary<string, byte[]> kept = [];
    private readonly List<string> faults = [];
    private long keptBytes;

    private ArchiveFile(string path)
    {
        this.path = path;
        var entries = new Dictionary<string, ArchiveEntry>();
        void PassOver(string nested, ArchiveException error)
        {
            faults.Add(error.Message);
            foreach (var name in entries.Keys.Where(name => name.StartsWith(nested, StringComparison.Ordinal))) entries.Remove(name);
        }

        Walk(new Pass(Enters: _ => true, PassOver, Visit: (entry, open) =>
        {
            entries[entry.Name] = entry;
            if (IsKept(entry)) Keep(entry, open());
            return true;
        }));
        Entries = [.. entries.Values];
    }

    /// <summary>All files in it, in its own order; those of an archive in it by both names, <c>logs.tar.gz!0-iteration.csv</c>.</summary>
    public ImmutableArray<ArchiveEntry> Entries { get; }

    /// <summary>How many entries were passed over: links, absolute names, names that lead out of it.</summary>
    public int PassedOver { get; private set; }

    /// <summary>Sentences on archives in it that can't be read, and are passed over.</summary>
    public IReadOnlyList<string> Faults => faults;

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
        Walk(new Pass(
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
        using (var content = new MemoryStream((int)entry.Length))
        {
            stream.CopyTo(content);
            kept[entry.Name] = content.ToArray();
            keptBytes += content.Length;
        }
    }

    /// <summary>Goes through the files of the archive until the pass has what it wants.</summary>
    private void Walk(Pass pass)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        PassedOver = 0;
        pass.Limit = ArchiveLimits.MaxBytesOf(file.Length);
        Walk(pass, file, path, nestings: 0);
    }

    /// <summary>Goes through the files of the archive, or of one in it.</summary>
    /// <returns>Whether to go on.</returns>
    private bool Walk(Pass pass, Stream file, string shown, int nestings)
    {
        try
        {
            using var walk = ArchiveWalk.Of(file, shown);
            while (walk.Next() is { } entry)
            {
                if (++pass.Entries > ArchiveLimits.MaxEntries || (pass.Bytes += entry.Size) > pass.Limit)
                    throw ArchiveLimits.Exceeded(shown);
                if (entry.IsDirectory) continue;
                if (!string.IsNullOrEmpty(entry.LinkTarget) || ArchiveEntry.SafeName(entry.Key ?? "") is not { } name)
                {
                    PassedOver++;
                    continue;
                }

                Stream Open() => walk.OpenEntry(pass.Limit, entry.Size);
                var (inner, whole) = (ArchivePath.Join(shown, name), $"{shown[path.Length..]}!{name}"[1..]);
                var goesOn = IsNested(name) && nestings < MaxNested
                    ? !pass.Enters($"{whole}!") || Enter(pass, Open, inner, $"{whole}!", nestings + 1)
                    : pass.Visit(new ArchiveEntry(whole, entry.Size), Open);
                if (!goesOn) return false;
            }

            return true;
        }
        catch (Exception error) when (error is SharpCompressException or InvalidDataException or EndOfStreamException or OverflowException
            or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new ArchiveException($"{shown}: the archive can't be read ({Reason(error)}); {Remedy}.", error);
        }
    }

    /// <summary>Goes through an archive in the archive, which is unpacked to a temporary file for it: a zip is read from its end.</summary>
    private bool Enter(Pass pass, Func<Stream> open, string shown, string prefix, int nestings)
    {
        var (entries, bytes) = (pass.Entries, pass.Bytes);
        using var unpacked = new UnnamedFile(UnnamedFile.FolderOfLargeFiles, ".archive");
        using var file = new FileStream(
            unpacked.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        using (var packed = open()) packed.CopyTo(file);
        file.Position = 0;
        try
        {
            return Walk(pass, file, shown, nestings);
        }
        catch (ArchiveException error) when (pass.FaultyArchives < MaxFaultyArchives)
        {
            pass.FaultyArchives++;
            (pass.Entries, pass.Bytes) = (entries, bytes);
            pass.PassOver(prefix, error);
            return true;
        }
    }

    private static bool IsNested(string name) =>
        ArchivePath.IsArchive(name) && !name.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    // The runtime calls a wrong checksum "an unsupported compression method".
    private static string Reason(Exception error) =>
        error.Source == typeof(GZipStream).Assembly.GetName().Name ? "it is cut off or damaged"
        : error.Message.StartsWith("Cannot determine", StringComparison.Ordinal)
            ? "it is none, perhaps a single packed file, or an error's page saved by its name"
        : string.Concat(error.Message.Where(letter => !char.IsControl(letter)));

    /// <summary>A way through an archive and those in it.</summary>
    /// <param name="Enters">Whether to go into an archive, by the beginning of its files' names.</param>
    /// <param name="PassOver">What to do where one can't be read.</param>
    /// <param name="Visit">Is given each file; says whether to go on.</param>
    private sealed record Pass(
        Func<string, bool> Enters, Action<string, ArchiveException> PassOver, Func<ArchiveEntry, Func<Stream>, bool> Visit)
    {
        /// <summary>Bytes that all of it may be unpacked to.</summary>
        public long Limit { get; set; }

        /// <summary>Entries so far.</summary>
        public int Entries { get; set; }

        /// <summary>Their bytes.</summary>
        public long Bytes { get; set; }

        /// <summary>Archives in it that could not be read.</summary>
        public int FaultyArchives { get; set; }
    }
}
