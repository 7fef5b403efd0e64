using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Frame-accurate random access to a video. A thread decodes ahead of the playhead, and behind it where the user goes back. What is
/// cached is bounded by bytes, whatever the video's length and size.
/// </summary>
internal sealed class VideoFrames : IDisposable
{
    private const long BudgetBytes = 64 << 20;
    private const int MaxFrames = 240;
    private const int BytesPerPixel = 3;
    private const int LongWay = 40;

    private readonly string path;
    private readonly object gate = new();
    private readonly SwitchingDecoder decoder;
    private readonly ProxyVideo? proxyVideo;
    private readonly FrameCache cache;
    private readonly Func<int, bool> isKept;
    private readonly Thread thread;
    private readonly int alwaysBehind;
    private DecodePlan plan;
    private FrameRange range = FrameRange.None;
    private Exception? failure;
    private volatile bool isUrgent;
    private volatile bool jumps;
    private bool isPrepared;
    private volatile bool stopped;

    /// <summary>Opens a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="proxyVideo">What to take frames from once it is made; it stays the caller's.</param>
    /// <exception cref="RunException">It can't be opened as a video.</exception>
    public VideoFrames(string path, ProxyVideo? proxyVideo = null)
    {
        (this.path, this.proxyVideo) = (path, proxyVideo);
        decoder = new SwitchingDecoder(path, proxyVideo);
        Size = decoder.Size;
        cache = new FrameCache(BudgetBytes, (long)Size.Width * Size.Height * BytesPerPixel, MaxFrames);
        (isKept, plan) = (cache.Has, new DecodePlan(cache.Capacity, cache.ReadAhead));
        alwaysBehind = plan.AlwaysBehind;
        thread = new Thread(DecodeLoop) { Name = "decoding", IsBackground = true };
        thread.Start();
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size { get; }

    /// <summary>Has a frame decoded, without waiting for it.</summary>
    /// <param name="number">From 0.</param>
    public void Request(int number)
    {
        lock (gate) Ask(number);
    }

    /// <summary>A frame's pixels (BGR). They stay the source's own, and good until another frame is asked for.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video has no such frame, or can't be read there.</exception>
    public Mat GetFrame(int number)
    {
        lock (gate)
        {
            Ask(number);
            while (true)
            {
                if (cache.Find(number) is { } frame) return frame;
                if (failure is not null) throw new RunException($"{path}: frame {number} can't be read ({failure.Message})", failure);
                if (number >= plan.End) throw new RunException($"{path}: frame {plan.End} can't be read; download the video again.");
                Monitor.Wait(gate);
            }
        }
    }

    /// <summary>The same as <see cref="GetFrame"/>; the video's last frame where it turns out to end before.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video can't be read.</exception>
    public Mat GetFrameOrLast(int number)
    {
        try
        {
            return GetFrame(number);
        }
        catch (RunException) when (failure is null && plan.End is > 0 and var end && number >= end)
        {
            return GetFrame(end - 1);
        }
    }

    /// <summary>
    /// Makes seeking fast from now on: at once what a jump into the video itself takes, and in some seconds on another thread the proxy.
    /// </summary>
    /// <returns>Ends when jumps are as fast as they will be.</returns>
    public Task PrepareSeeking()
    {
        if (!jumps)
        {
            lock (gate)
            {
                jumps = true;
                Monitor.PulseAll(gate);
            }
        }

        return proxyVideo?.Make() ?? Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }

        thread.Join();
        decoder.Dispose();
        cache.Dispose();
    }

    private void Ask(int number)
    {
        plan = plan.Ask(number);
        isUrgent = !cache.Has(number) && !range.Contains(number);
        Monitor.PulseAll(gate);
    }

    private bool Interrupted => isUrgent || stopped;

    private void DecodeLoop()
    {
        try
        {
            while (WaitForWork())
            {
                isPrepared = range == FrameRange.None;
                if (isPrepared) decoder.PrepareSeeking();
                else Decode();
            }
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
            while ((range = plan.Next(isKept)) == FrameRange.None && !stopped && (isPrepared || !jumps)) Monitor.Wait(gate);
            isUrgent = false;
            return !stopped;
        }
    }

    private void Decode()
    {
        decoder.SeekNear(range.First);
        var last = Math.Min(range.Last, decoder.FrameCount - 1);
        var ended = false;
        // What is passed over on a long way and wanted afterwards is kept at once, or the whole way would be gone again for it.
        var kept = range.First - decoder.Next > LongWay ? range.First - alwaysBehind : range.First;
        while (!ended && decoder.Next < kept && !Interrupted) ended = !decoder.Skip();
        while (!ended && decoder.Next <= last && !Interrupted) ended = !Read();
        if (!ended || decoder.FallBackToVideo()) return;
        lock (gate)
        {
            plan = plan.EndAt(decoder.Next);
            Monitor.PulseAll(gate);
        }
    }

    private bool Read()
    {
        int place;
        lock (gate)
            place = cache.Has(decoder.Next) ? -1 : cache.Evict(plan.Wanted);

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
