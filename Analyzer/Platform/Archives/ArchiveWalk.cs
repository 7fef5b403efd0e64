using System.IO.Compression;
using SharpCompress.Archives;
using SharpCompress.Common;
using SharpCompress.Readers;
using TarArchive = SharpCompress.Archives.Tar.TarArchive;
using ZipArchive = SharpCompress.Archives.Zip.ZipArchive;

namespace Analyzer.Platform.Archives;

/// <summary>Reads the entries of a zip, tar, tar.gz or of a file packed by gzip one after the other, in one pass.</summary>
internal abstract class ArchiveWalk : IDisposable
{
    // Else a gzip that was cut off simply ends.
    static ArchiveWalk() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>A pass through an archive; its content says of which kind it is, not its name.</summary>
    /// <param name="file">The archive, at its beginning.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="meter">Counts what is unpacked.</param>
    public static ArchiveWalk Of(Stream file, string path, ByteMeter meter)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read == 0) throw new InvalidDataException("it is empty");
        if (start is [(byte)'R', (byte)'a'] or [(byte)'7', (byte)'z']) throw new InvalidDataException("it is of another kind, RAR or 7z");
        if (start is [(byte)'P', (byte)'K']) return new ZipWalk(file) { Meter = meter };
        if (start is not [0x1F, 0x8B]) return new TarWalk(file) { Meter = meter };
        Stream Unpack() => new BoundedStream(
            new GZipStream(file, CompressionMode.Decompress, leaveOpen: true),
            UnpackedLimit(file.Length),
            () => ArchiveLimits.Exceeded(path))
        {
            Meter = meter,
        };
        if (!ArchivePath.IsPacked(path)) return new TarWalk(Unpack()) { Meter = meter };
        var isTar = IsTar(Unpack());
        file.Position = 0;
        return isTar ? new TarWalk(Unpack()) { Meter = meter } : new PackedWalk(file, ArchivePath.Unpacked(path), Unpack) { Meter = meter };
    }

    private static bool IsTar(Stream content)
    {
        using (content) return TarArchive.IsTarFile(content);
    }

    /// <summary>Whether each entry can be found and checked by itself, so that a damaged one leaves the others as they are.</summary>
    public virtual bool HasEntriesApart => false;

    /// <summary>The next entry; null after the last, when all of the archive has been read and is sound.</summary>
    public abstract WalkedEntry? Next();

    /// <summary>The content of the entry that the pass stands at.</summary>
    /// <param name="length">Bytes that the entry says it has: with fewer the archive was cut off, more are not read.</param>
    public Stream OpenEntry(long length) =>
        new BoundedStream(Open(), length, () => new InvalidDataException("an entry is longer than the archive says"))
        {
            Least = length,
            Checksum = Checksum,
            Meter = Meter,
        };

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Counts what is unpacked.</summary>
    public required ByteMeter Meter { get; init; }

    /// <summary>CRC-32 of the entry that the pass stands at; null in a tar, which has none.</summary>
    protected virtual uint? Checksum => null;

    /// <summary>The content of the entry that the pass stands at.</summary>
    protected abstract Stream Open();

    private static WalkedEntry Walked(IEntry entry) =>
        new(entry.Key ?? "", entry.Size, entry.IsDirectory, !string.IsNullOrEmpty(entry.LinkTarget));

    // A tar has a head for every entry and rounds up to whole blocks, which count little but for the smallest archives.
    private static long UnpackedLimit(long packedBytes)
    {
        const long Blocks = 1L << 20;
        return ArchiveLimits.MaxBytesOf(packedBytes) + Blocks;
    }

    private sealed class ZipWalk(Stream file) : ArchiveWalk
    {
        private readonly IArchive archive = ZipArchive.OpenArchive(file, new ReaderOptions { LeaveStreamOpen = true });
        private IEnumerator<IArchiveEntry>? entries;

        public override bool HasEntriesApart => true;

        public override WalkedEntry? Next()
        {
            entries ??= archive.Entries.GetEnumerator();
            return entries.MoveNext() ? Walked(entries.Current) : null;
        }

        public override void Dispose()
        {
            entries?.Dispose();
            archive.Dispose();
        }

        protected override uint? Checksum => (uint)entries!.Current.Crc;

        protected override Stream Open() => entries!.Current.OpenEntryStream();
    }

    private sealed class TarWalk(Stream content) : ArchiveWalk
    {
        private readonly IReader reader = ReaderFactory.OpenReader(content, new ReaderOptions { LeaveStreamOpen = true });

        public override WalkedEntry? Next()
        {
            if (reader.MoveToNextEntry()) return Walked(reader.Entry);
            // The end of a tar is not that of its gzip, whose length and checksum come last.
            content.CopyTo(Stream.Null);
            return null;
        }

        public override void Dispose()
        {
            reader.Dispose();
            content.Dispose();
        }

        protected override Stream Open() => reader.OpenEntryStream();
    }

    /// <summary>A single file packed by gzip; its length is counted, for a gzip tells that of its last part only.</summary>
    private sealed class PackedWalk(Stream file, string name, Func<Stream> unpack) : ArchiveWalk
    {
        private bool isBehind;

        public override WalkedEntry? Next()
        {
            if (isBehind) return null;
            isBehind = true;
            using var content = Open();
            content.CopyTo(Stream.Null);
            return new WalkedEntry(name, content.Position, IsDirectory: false, IsLink: false);
        }

        public override void Dispose()
        {
        }

        protected override Stream Open()
        {
            file.Position = 0;
            return unpack();
        }
    }
}
