using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using SharpCompress.Common;

namespace Analyzer.Platform.Archives;

/// <summary>
/// An archive (zip, tar, tar.gz), read where it lies: nothing is unpacked beside it, nothing is ever written into it. Links and names
/// that lead out of it are passed over. Small texts of a tar, which can only be read from its beginning, are kept.
/// </summary>
internal sealed class ArchiveFile
{
    private const long LargestKeptFile = 32L << 20;
    private const long MostKept = 128L << 20;
    private const string Remedy = "download it again, or unpack it and give the folder";

    private static readonly HashSet<string> KeptEndings = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".json", ".log", ".txt", ".npy" };
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), Lazy<ArchiveFile>> Opened = [];

    private readonly string path;
    private readonly Dictionary<string, byte[]> kept = [];
    private long keptBytes;

    private ArchiveFile(string path)
    {
        this.path = path;
        var entries = new Dictionary<string, ArchiveEntry>();
        Walk((entry, open) =>
        {
            entries[entry.Name] = entry;
            if (open is not null && IsKept(entry)) Keep(entry, open());
            return true;
        });
        Entries = [.. entries.Values];
    }

    /// <summary>All files in it, in its own order.</summary>
    public ImmutableArray<ArchiveEntry> Entries { get; }

    /// <summary>How many entries were passed over: links, absolute names, names that lead out of it.</summary>
    public int PassedOver { get; private set; }

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
        Walk((entry, open) =>
        {
            if (entry.Name != name) return true;
            using var stream = open();
            (result, found) = (read(stream), true);
            return false;
        });
        return found ? result! : throw new FileNotFoundException("there is no such file in the archive", name);
    }

    private bool IsKept(ArchiveEntry entry) => KeptEndings.Contains(Path.GetExtension(entry.Name))
        && entry.Length <= LargestKeptFile && keptBytes + entry.Length <= MostKept;

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

    /// <summary>Goes through the files of the archive until <paramref name="visit"/> says false.</summary>
    private void Walk(Func<ArchiveEntry, Func<Stream>, bool> visit)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var (entries, bytes, limit) = (0, 0L, ArchiveLimits.MaxBytesOf(file.Length));
            PassedOver = 0;
            using var walk = ArchiveWalk.Of(file, path);
            while (walk.Next() is { } entry)
            {
                if (++entries > ArchiveLimits.MaxEntries || (bytes += entry.Size) > limit)
                    throw ArchiveLimits.Exceeded(path);
                if (entry.IsDirectory) continue;
                if (!string.IsNullOrEmpty(entry.LinkTarget) || ArchiveEntry.SafeName(entry.Key ?? "") is not { } name) PassedOver++;
                else if (!visit(new ArchiveEntry(name, entry.Size), () => walk.OpenEntry(limit, entry.Size))) return;
            }
        }
        catch (Exception error) when (error is SharpCompressException or InvalidDataException or EndOfStreamException or OverflowException
            or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new ArchiveException($"{path}: the archive can't be read ({Reason(error)}); {Remedy}.", error);
        }
    }

    // The runtime calls a wrong checksum "an unsupported compression method".
    private static string Reason(Exception error) => error.Source == typeof(GZipStream).Assembly.GetName().Name
        ? "it is cut off or damaged"
        : string.Concat(error.Message.Where(letter => !char.IsControl(letter)));
}
