using System.Collections.Concurrent;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// A video's frames from shortly before one asked for, decoded from the key frame on by a program ffmpeg that was started before and
/// waits for packets. On the way those that no other frame is decoded by are left out, which is half of them in an evaluation's video.
/// </summary>
internal sealed class EnteredFrames : IDisposable
{
    /// <summary>So many frames before the one asked for come all.</summary>
    public const int FramesKeptBefore = 8;

    /// <summary>So far behind a key frame a frame may be; farther ones are not gone to like this.</summary>
    public const int MaxFramesOnTheWay = 2000;

    private const long MaxBytesOnTheWay = 128 << 20;

    // H.264 holds back 16 frames at most to put them in order (max_dec_frame_buffering).
    private const int MaxHeldBack = 16;

    // The times that packets are given: a second for each, as no frame rate is so low that two would be one to ffmpeg, and from the first
    // frame that is to come on far later ones.
    private const int Milliseconds = 1000;
    private const int SecondsBetween = 10_000;
    private const int FirstSecondTaken = 5_000;

    private readonly FfmpegFrames frames;
    private readonly VideoPackets packets;
    private readonly int key;
    private readonly int whole;
    private readonly BlockingCollection<byte[]> first = [];
    private readonly Task feeding;
    private int[] onTheWay = [];
    private bool isRefused = true;
    private bool isTaken;
    private int fed;
    private int given;

    private EnteredFrames(FfmpegFrames frames, VideoPackets packets, int key, int whole)
    {
        (this.frames, this.packets, this.key, this.whole) = (frames, packets, key, whole);
        feeding = Task.Factory.StartNew(Feed, TaskCreationOptions.LongRunning);
    }

    /// <summary>Goes to a key frame.</summary>
    /// <param name="waiting">The program; it is this one's from now on, also where nothing comes of it.</param>
    /// <param name="packets">The video's packets; they stay the caller's, who leaves them alone as long as these frames are used.</param>
    /// <param name="key">The key frame.</param>
    /// <param name="frame">
    /// The frame asked for, behind that key frame, by <see cref="MaxFramesOnTheWay"/> at most, and before the next one.
    /// </param>
    /// <returns>Null where the way can't be gone like this.</returns>
    public static EnteredFrames? Enter(FfmpegFrames waiting, VideoPackets packets, int key, int frame)
    {
        var entered = new EnteredFrames(waiting, packets, key, Math.Max(key, frame - FramesKeptBefore));
        entered.Gather(frame);
        if (!entered.isRefused) return entered;
        entered.Dispose();
        return null;
    }

    /// <summary>A program for <see cref="Enter"/>; null where there is none.</summary>
    /// <param name="size">The video's size in pixels.</param>
    public static FfmpegFrames? StartWaiting(Size size) => FfmpegFrames.StartWaiting(size, FirstSecondTaken);

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
        first.Dispose();
    }

    /// <summary>Reads what decoding the frame takes; what has been read is being decoded meanwhile.</summary>
    private void Gather(int frame)
    {
        var way = new List<int>();
        var bytes = 0L;
        try
        {
            for (var next = packets.Enter(key); next is { } packet; next = packets.Read())
            {
                bytes += packet.Bytes.Length;
                isRefused = packet.Frame < key || packet.Bytes.Length > FlvStream.MaxPacketBytes || bytes > MaxBytesOnTheWay;
                if (isRefused) return;
                isTaken |= packet.Frame >= whole;
                if (packet.IsReference || packet.Frame >= whole) first.Add(Timed(packet));
                if (isTaken && packet.IsReference && packet.Frame < whole) way.Add(packet.Frame);
                if (packet.Frame >= frame + MaxHeldBack) break;
            }

            onTheWay = [.. way.Order()];
        }
        finally
        {
            first.CompleteAdding();
        }
    }

    private void Feed()
    {
        try
        {
            foreach (var tag in first.GetConsumingEnumerable()) frames.Feed(tag);
            while (!isRefused && packets.Read() is { Bytes.Length: <= FlvStream.MaxPacketBytes } packet && packet.Frame >= whole)
                frames.Feed(Timed(packet));

            frames.EndFeeding();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The frames are no longer wanted, or the program has given up.
        }
    }

    // A frame is decoded before it is shown, by as many packets as others come before it.
    private byte[] Timed(VideoPacket packet)
    {
        var seconds = isTaken ? SecondsBetween : 0;
        var (decoded, shown) = (seconds + fed, seconds + packet.Frame - key + MaxHeldBack);
        return FlvStream.Tag(packet.Bytes, isFirst: fed++ == 0, decoded * Milliseconds, shown * Milliseconds);
    }
}
