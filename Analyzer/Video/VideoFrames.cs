using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Frame-accurate random access to a video. A thread decodes ahead of the playhead, and behind it where the user goes back.
/// </summary>
internal sealed class VideoFrames : IDisposable
{
    private const int BytesPerPixel = 3;
    private const int LongWay = EnteredFrames.FramesKeptBefore - 1;

    private readonly SwitchingDecoder decoder;
    private readonly ProxyVideo? proxyVideo;
    private readonly WantedFrames wanted;
    private readonly Thread thread;

    /// <summary>Opens a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="proxyVideo">What to take frames from once it is made; it stays the caller's.</param>
    /// <exception cref="RunException">It can't be opened as a video.</exception>
    public VideoFrames(string path, ProxyVideo? proxyVideo = null)
    {
        this.proxyVideo = proxyVideo;
        decoder = new SwitchingDecoder(path, proxyVideo);
        Size = decoder.Size;
        wanted = new WantedFrames(path, (long)Size.Width * Size.Height * BytesPerPixel);
        thread = new Thread(DecodeLoop) { Name = "decoding", IsBackground = true };
        thread.Start();
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size { get; }

    /// <inheritdoc cref="WantedFrames.Jumping"/>
    public RightOfWay Jumping => wanted.Jumping;

    /// <summary>Has a frame decoded, without waiting for it.</summary>
    /// <param name="number">From 0.</param>
    public void Request(int number) => wanted.Ask(number);

    /// <inheritdoc cref="WantedFrames.Await"/>
    public bool Await(int number, Func<bool> isOutdated) => wanted.Await(number, isOutdated);

    /// <summary>A frame's pixels (BGR). They stay the source's own, and good until another frame is asked for.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video has no such frame, or can't be read there.</exception>
    public Mat GetFrame(int number) => wanted.Get(number);

    /// <summary>The same as <see cref="GetFrame"/>; the video's last frame where it turns out to end before.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video can't be read.</exception>
    public Mat GetFrameOrLast(int number)
    {
        try
        {
            return GetFrame(number);
        }
        catch (RunException) when (wanted.End is { } end && number >= end)
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
        wanted.ExpectJumps();
        return proxyVideo?.Make() ?? Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        wanted.Stop();
        thread.Join();
        decoder.Dispose();
        wanted.Dispose();
    }

    private void DecodeLoop()
    {
        try
        {
            var isPrepared = false;
            var preparesQuickly = false;
            while (wanted.WaitForWork(isPrepared, out var range, out var isAtLeisure))
            {
                isPrepared = range == FrameRange.None;
                if (isPrepared || (preparesQuickly && isAtLeisure))
                {
                    decoder.PrepareSeeking();
                    preparesQuickly = true;
                }

                if (!isPrepared) Decode(range);
            }
        }
        catch (Exception error)
        {
            wanted.Fail(error);
        }
    }

    private void Decode(FrameRange range)
    {
        decoder.SeekNear(range.First);
        var last = Math.Min(range.Last, decoder.FrameCount - 1);
        var ended = false;
        // What is passed over on a long way and wanted afterwards is kept at once, or the whole way would be gone again for it.
        var kept = range.First - decoder.Next > LongWay ? range.First - wanted.AlwaysBehind : range.First;
        while (!ended && decoder.Next < kept && !wanted.Interrupted) ended = !decoder.Skip();
        while (!ended && decoder.Next <= last && !wanted.Interrupted) ended = !Read();
        if (ended && !decoder.FallBackToVideo()) wanted.EndAt(decoder.Next);
    }

    private bool Read()
    {
        var number = decoder.Next;
        if (wanted.RoomFor(number) is not { } place) return decoder.Skip();
        if (!decoder.Read(wanted.At(place))) return false;
        wanted.Keep(place, number);
        return true;
    }
}
