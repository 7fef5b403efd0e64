using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// A video's frames from a key frame on, decoded by a program ffmpeg that was started before and waits for packets. On the way to a frame
/// those that no other frame is decoded by are left out, which is half of them in an evaluation's video.
/// </summary>
internal sealed class EnteredFrames : IDisposable
{
    /// <summary>So many frames before the one asked for come all.</summary>
    public const int FramesKeptBefore = 8;

    private const int MostFramesOnTheWay = 2000;
    private const long MostBytesOnTheWay = 128 << 20;

    // H.264 holds back 16 frames at most to put them in order (max_dec_frame_buffering).
    private const int MostHeldBack = 16;

    private readonly FfmpegFrames frames;
    private readonly VideoPackets packets;
    private readonly int[] onTheWay;
    private readonly int whole;
    private readonly Task feeding;
    private int given;

    private EnteredFrames(FfmpegFrames frames, VideoPackets packets, List<VideoPacket> first, int whole)
    {
        (this.frames, this.packets, this.whole) = (frames, packets, whole);
        onTheWay = [.. first.Select(packet => packet.Frame).Where(frame => frame < whole).Order()];
        feeding = Task.Factory.StartNew(() => Feed(first), TaskCreationOptions.LongRunning);
    }

    /// <summary>Goes to a key frame.</summary>
    /// <param name="waiting">The program; it is this one's from now on, also where nothing comes of it.</param>
    /// <param name="packets">The video's packets; they stay the caller's, who leaves them alone as long as these frames are used.</param>
    /// <param name="key">The key frame.</param>
    /// <param name="frame">The frame asked for, behind that key frame and before the next one.</param>
    /// <returns>Null where the way can't be gone like this.</returns>
    public static EnteredFrames? Enter(FfmpegFrames waiting, VideoPackets packets, int key, int frame)
    {
        var whole = Math.Max(key, frame - FramesKeptBefore);
        if (FirstPackets(packets, key, frame) is { } first)
        {
            first.RemoveAll(packet => !packet.IsReference && packet.Frame < whole);
            return new EnteredFrames(waiting, packets, first, whole);
        }

        waiting.Dispose();
        return null;
    }

    /// <summary>The frame that comes next, from 0.</summary>
    public int Next => given < onTheWay.Length ? onTheWay[given] : whole + given - onTheWay.Length;

    /// <inheritdoc cref="FfmpegFrames.IsWhole"/>
    public bool IsWhole => frames.IsWhole;

    /// <inheritdoc cref="FfmpegFrames.Grab"/>
    public bool Grab()
    {
        if (!frames.Grab()) return false;
        given++;
        return true;
    }

    /// <inheritdoc cref="FfmpegFrames.Retrieve"/>
    public void Retrieve(Mat picture) => frames.Retrieve(picture);

    /// <inheritdoc/>
    public void Dispose()
    {
        frames.Dispose();
        feeding.Wait();
    }

    private static List<VideoPacket>? FirstPackets(VideoPackets packets, int key, int frame)
    {
        if (frame - key > MostFramesOnTheWay || packets.Enter(key) is not { } entered) return null;
        List<VideoPacket> first = [entered];
        var bytes = 0L;
        while (first[^1].Frame < frame + MostHeldBack && packets.Read() is { } packet)
        {
            first.Add(packet);
            bytes += packet.Bytes.Length;
            if (bytes > MostBytesOnTheWay) return null;
        }

        return first.Exists(packet => packet.Frame < key) ? null : first;
    }

    private void Feed(List<VideoPacket> first)
    {
        try
        {
            foreach (var packet in first) frames.Feed(packet.Bytes);
            while (packets.Read() is { } packet && packet.Frame >= whole) frames.Feed(packet.Bytes);
            frames.EndFeeding();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The frames are no longer wanted, or the program has given up.
        }
    }
}
