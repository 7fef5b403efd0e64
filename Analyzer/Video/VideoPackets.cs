using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>A frame as it is stored.</summary>
/// <param name="Frame">Its number in the order of presentation, from 0.</param>
/// <param name="Bytes">The H.264 byte stream (ITU-T H.264, annex B) of this frame alone.</param>
/// <param name="IsReference">Whether other frames may be decoded by it.</param>
internal readonly record struct VideoPacket(int Frame, byte[] Bytes, bool IsReference);

/// <summary>A video's H.264 packets in the order of decoding, from any key frame on, without decoding one.</summary>
internal sealed class VideoPackets : IDisposable
{
    private const double H264 = 'h' | ('2' << 8) | ('6' << 16) | ('4' << 24);
    private const int NalSlice = 1;
    private const int NalKeyFrame = 5;
    private const int NalParameters = 7;

    private readonly VideoCapture video;
    private readonly FrameIndex index;
    private readonly Mat packet = new();

    private VideoPackets(VideoCapture video, FrameIndex index) => (this.video, this.index) = (video, index);

    /// <summary>Opens a video's packets.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="index">Its frames' times and key frames.</param>
    /// <returns>Null where it is no H.264, frames are not known by their times, or the file says that pictures are to be turned.</returns>
    public static VideoPackets? Open(string path, FrameIndex index)
    {
        var video = VideoFile.Capture(path);
        var isUpright = video.Get(VideoCaptureProperties.OrientationMeta) == 0;
        var isStored = video.Set(VideoCaptureProperties.Format, FrameIndex.AsStored);
        if (isUpright && isStored && video.Get(VideoCaptureProperties.FourCC) == H264 && index.TellsTimes)
            return new VideoPackets(video, index);
        video.Dispose();
        return null;
    }

    /// <summary>Reads on from a key frame.</summary>
    /// <param name="key">The key frame's number.</param>
    /// <returns>Its packet; null where decoding can't begin with it.</returns>
    public VideoPacket? Enter(int key)
    {
        // Asked for any frame but the first two, OpenCV reads up to the packet before it, and gives that again.
        if (!video.Set(VideoCaptureProperties.PosFrames, key == 0 ? 0 : key + 1)) return null;
        return Read() is { } first && first.Frame == key && video.Get(FrameIndex.IsKeyFrame) > 0
            && Units(first.Bytes) is (NalKeyFrame, _, true)
            ? first
            : null;
    }

    /// <summary>The next packet; null where no more can be read.</summary>
    public VideoPacket? Read()
    {
        if (!video.Grab() || !video.Retrieve(packet) || index.FrameAt(video.PosMsec) is not { } frame) return null;
        packet.GetArray(out byte[] bytes);
        return new VideoPacket(frame, bytes, Units(bytes).Importance > 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        video.Dispose();
        packet.Dispose();
    }

    /// <summary>What the head of a packet's first slice says: its kind, and whether other frames are decoded by it (nal_ref_idc).</summary>
    private static (int Kind, int Importance, bool HasParameters) Units(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> startCode = [0, 0, 1];
        var hasParameters = false;
        for (var at = bytes.IndexOf(startCode); at >= 0 && at + startCode.Length < bytes.Length; at = bytes.IndexOf(startCode))
        {
            var head = bytes[at + startCode.Length];
            var kind = head & 0x1F;
            if (kind is >= NalSlice and <= NalKeyFrame) return (kind, (head >> 5) & 3, hasParameters);
            hasParameters |= kind == NalParameters;
            bytes = bytes[(at + startCode.Length)..];
        }

        return (0, 1, hasParameters);
    }
}
