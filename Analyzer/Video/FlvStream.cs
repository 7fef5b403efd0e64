using System.Buffers.Binary;

namespace Analyzer.Video;

/// <summary>
/// H.264 packets as an FLV stream (Adobe Flash Video File Format Specification 10.1, annex E), which ffmpeg takes through a pipe with the
/// time of each frame: so it can be told beforehand by what times to leave frames out. The packets stay byte streams; without a
/// configuration record ffmpeg takes them so.
/// </summary>
internal static class FlvStream
{
    /// <summary>The longest packet that can be written, bytes.</summary>
    public const int MaxPacketBytes = (1 << 24) - 1 - VideoHeadBytes;

    private const int TagHeadBytes = 11;
    private const int VideoHeadBytes = 5;
    private const byte VideoTag = 9;
    private const byte KeyFrameOfAvc = 0x17;
    private const byte FrameOfAvc = 0x27;
    private const byte Units = 1;

    /// <summary>What the stream begins with: a head that promises video alone.</summary>
    public static ReadOnlySpan<byte> Head => [(byte)'F', (byte)'L', (byte)'V', 1, 1, 0, 0, 0, 9, 0, 0, 0, 0];

    /// <summary>A packet as it stands in the stream.</summary>
    /// <param name="packet">The H.264 byte stream of a frame; up to <see cref="MaxPacketBytes"/>.</param>
    /// <param name="isFirst">Whether decoding begins with it.</param>
    /// <param name="decodedAt">Milliseconds; never less than in the packet before.</param>
    /// <param name="shownAt">Milliseconds; from <paramref name="decodedAt"/> to two hours after it.</param>
    public static byte[] Tag(ReadOnlySpan<byte> packet, bool isFirst, int decodedAt, int shownAt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(packet.Length, MaxPacketBytes);
        var length = VideoHeadBytes + packet.Length;
        var tag = new byte[TagHeadBytes + length + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(tag, (VideoTag << 24) | length);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(4), (decodedAt << 8) | (decodedAt >> 24));
        var video = tag.AsSpan(TagHeadBytes);
        BinaryPrimitives.WriteInt32BigEndian(video[1..], (Units << 24) | (shownAt - decodedAt));
        video[0] = isFirst ? KeyFrameOfAvc : FrameOfAvc;
        packet.CopyTo(video[VideoHeadBytes..]);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(TagHeadBytes + length), TagHeadBytes + length);
        return tag;
    }
}
