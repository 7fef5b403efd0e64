using System.IO.Hashing;

namespace Analyzer.Platform.Archives;

/// <summary>
/// Reads another stream up to a limit, beyond which it fails, and checks length and checksum at its end: an archive may unpack to more than
/// it says, to less, or to something else.
/// </summary>
/// <param name="inner">The stream, which is disposed with this one.</param>
/// <param name="limit">Bytes that may be read.</param>
/// <param name="exceeded">The error where there are more.</param>
internal sealed class BoundedStream(Stream inner, long limit, Func<Exception> exceeded) : Stream
{
    private readonly Crc32 checksum = new();
    private long read;

    /// <summary>Bytes that there must be at least, or it was cut off.</summary>
    public long Least { get; init; }

    /// <summary>CRC-32 of all that there is, or it was damaged; null where none is known.</summary>
    public uint? Checksum { get; init; }

    /// <summary>Counts what is read; null where nobody wants to know.</summary>
    public ByteMeter? Meter { get; init; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        Meter?.Bytes += count;
        if (Checksum is not null) checksum.Append(buffer[..count]);
        if (count == 0 && buffer.Length > 0) CheckEnd();
        return read <= limit ? count : throw exceeded();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void CheckEnd()
    {
        if (read < Least) throw new InvalidDataException("it is cut off");
        if (Checksum is { } right && checksum.GetCurrentHashAsUInt32() != right) throw new InvalidDataException("it is damaged");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
