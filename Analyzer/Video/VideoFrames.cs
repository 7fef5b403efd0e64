using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Any frame of a video by its number, exactly. A thread decodes ahead of the playhead, and behind it where the user goes back.
/// What is kept is bounded by bytes, whatever the video's length and size.
/// </summary>
internal sealed class VideoFrames : IDisposable
{
    private const long BudgetBytes = 80 << 20;
    private const int MostFrames = 240;
    private const int BytesPerPixel = 3;
    private const int MaxFramesToSkip = 30;

    private readonly string path;
    private readonly object gate = new();
    private readonly VideoDecoder video;
    private readonly ProxyVideo? copy;
    private readonly FrameCache cache;
    private readonly Thread thread;
    private ProxyDecoder? fromCopy;
    private Decoder decoder;
    private Exception? failure;
    private int wanted = -1;
    private int end = int.MaxValue;
    private (int First, int Last) range = (-1, -1);
    private bool goingBack;
    private volatile bool isUrgent;
    private volatile bool stopped;

    /// <summary>Opens a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="copy">What to take frames from once it is made; it stays the caller's.</param>
    /// <exception cref="RunException">It can't be opened as a video.</exception>
    public VideoFrames(string path, ProxyVideo? copy = null)
    {
        (this.path, this.copy) = (path, copy);
        decoder = video = new VideoDecoder(path);
        cache = new FrameCache(BudgetBytes, (long)video.Size.Width * video.Size.Height * BytesPerPixel, MostFrames);
        Size = video.Size;
        thread = new Thread(DecodeLoop) { Name = "decoding", IsBackground = true };
        thread.Start();
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size { get; }

    /// <summary>A frame's pixels (BGR). They stay the source's own, and good until another frame is asked for.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video has no such frame, or can't be read there.</exception>
    public Mat GetFrame(int number)
    {
        lock (gate)
        {
            if (number != wanted) goingBack = number < wanted && number >= wanted - RangeBehind;
            wanted = number;
            isUrgent = !cache.Has(number) && !(range.First <= number && number <= range.Last);
            Monitor.PulseAll(gate);
            while (true)
            {
                if (cache.Find(number) is { } frame) return frame;
                if (failure is not null) throw new RunException($"{path}: frame {number} can't be read ({failure.Message})", failure);
                if (number >= end) throw new RunException($"{path}: frame {end} can't be read; download the video again.");
                Monitor.Wait(gate);
            }
        }
    }

    /// <summary>Has jumps made faster, if they can be and have not been yet: a few seconds' work on another thread.</summary>
    /// <returns>Ends when jumps are as fast as they will be.</returns>
    public Task PrepareSeeking() => copy?.Make() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }

        thread.Join();
        video.Dispose();
        fromCopy?.Dispose();
        cache.Dispose();
    }

    private bool Interrupted => isUrgent || stopped;

    /// <summary>Frames decoded at one go behind the playhead: a whole range costs little more than its last frame alone.</summary>
    private int RangeBehind => Math.Max(2, cache.Capacity / 3);

    private void DecodeLoop()
    {
        try
        {
            while (WaitForWork()) Decode();
        }
        catch (Exception error)
        {
            lock (gate)
            {
                failure = error;
                Monitor.PulseAll(gate);
            }
        }
    }

    private bool WaitForWork()
    {
        lock (gate)
        {
            while ((range = NextRange()).First < 0 && !stopped) Monitor.Wait(gate);
            isUrgent = false;
            return !stopped;
        }
    }

    /// <summary>What to decode next: the frame asked for, else the next one ahead, else a range behind; -1 for nothing.</summary>
    private (int First, int Last) NextRange()
    {
        if (wanted < 0) return (-1, -1);
        if (goingBack && wanted < end && !cache.Has(wanted)) return (Math.Max(0, wanted - RangeBehind + 1), wanted);
        for (var frame = wanted; frame <= wanted + cache.ReadAhead && frame < end; frame++)
            if (!cache.Has(frame)) return (frame, frame);

        for (var frame = wanted - 1; frame >= 0 && frame >= wanted - (goingBack ? RangeBehind : RangeBehind / 4); frame--)
            if (!cache.Has(frame)) return (Math.Max(0, frame - RangeBehind + 1), frame);

        return (-1, -1);
    }

    private void Decode()
    {
        SeekNear(range.First);
        var last = Math.Min(range.Last, decoder.FrameCount - 1);
        var ended = false;
        while (!ended && decoder.Next < range.First && !Interrupted) ended = !decoder.Skip();
        while (!ended && decoder.Next <= last && !Interrupted) ended = !Read();
        if (ended) End();
    }

    private void End()
    {
        if (decoder != video)
        {
            decoder = video;
            fromCopy!.Dispose();
            fromCopy = null;
            return;
        }

        lock (gate)
        {
            end = Math.Min(end, decoder.Next);
            Monitor.PulseAll(gate);
        }
    }

    private void SeekNear(int frame)
    {
        fromCopy ??= copy?.Take();
        if (IsJustBefore(decoder)) return;
        decoder = fromCopy is not null && frame < fromCopy.FrameCount ? fromCopy : video;
        if (!IsJustBefore(decoder)) decoder.Seek(frame);

        bool IsJustBefore(Decoder some) => some.Next <= frame && frame < some.Next + MaxFramesToSkip && frame < some.FrameCount;
    }

    private bool Read()
    {
        int place;
        lock (gate)
            place = cache.Has(decoder.Next) ? -1 : cache.Evict(wanted);

        if (place < 0) return decoder.Skip();
        var number = decoder.Next;
        if (!decoder.Read(cache.Slot(place))) return false;
        lock (gate)
        {
            cache.Assign(place, number);
            Monitor.PulseAll(gate);
        }

        return true;
    }
}
