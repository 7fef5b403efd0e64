using System.IO.Compression;
using SharpCompress.Archives;
using SharpCompress.Common;
using SharpCompress.Readers;
using ZipArchive = SharpCompress.Archives.Zip.ZipArchive;

namespace Analyzer.Platform.Archives;

/// <summary>Reads the entries of a zip, tar or tar.gz one after the other, in one pass.</summary>
internal abstract class ArchiveWalk : IDisposable
{
    // Else a gzip that was cut off simply ends.
    static ArchiveWalk() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>A pass through an archive; its content says of which kind it is, not its name.</summary>
    /// <param name="file">The archive, at its beginning.</param>
    /// <param name="path">Its path, for messages.</param>
    public static ArchiveWalk Of(Stream file, string path)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read == 0) throw new InvalidDataException("it is empty");
        if (start is [(byte)'P', (byte)'K']) return new ZipWalk(file);
        return new TarWalk(start is [0x1F, 0x8B]
            ? new BoundedStream(
                new GZipStream(file, CompressionMode.Decompress), UnpackedLimit(file.Length), () => ArchiveLimits.Exceeded(path))
            : file);
    }

    /// <summary>The next entry; null after the last, when all of the archive has been read and is sound.</summary>
    public abstract IEntry? Next();

    /// <summary>The content of the entry that the pass stands at, up to <paramref name="limit"/> bytes.</summary>
    /// <param name="limit">Bytes that may be read.</param>
    /// <param name="size">Bytes that the entry says it has: with fewer the archive was cut off.</param>
    public Stream OpenEntry(long limit, long size) =>
        new BoundedStream(Open(), limit, () => new InvalidDataException("an entry is longer than the archive says"))
        {
            Least = size,
            Checksum = Checksum,
        };

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>CRC-32 of the entry that the pass stands at; null in a tar, which has none.</summary>
    protected virtual uint? Checksum => null;

    /// <summary>The content of the entry that the pass stands at.</summary>
    protected abstract Stream Open();

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

        public override IEntry? Next()
        {
            entries ??= archive.Entries.GetEnumerator();
            return entries.MoveNext() ? entries.Current : null;
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

        public override IEntry? Next()
        {
            if (reader.MoveToNextEntry()) return reader.Entry;
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
}
