using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Decodes a video, for jumps from its proxy where there is one: each at its own place, the nearer one goes on. The first frame is the
/// video's own, for from there on frames come quickly in order.
/// </summary>
internal sealed class SwitchingDecoder : IDisposable
{
    // Decoded quickly, so many frames take as long as starting slowly at a key frame.
    private const int FramesToSkipInOrder = 200;

    private readonly VideoDecoder video;
    private readonly ProxyVideo? copy;
    private ProxyDecoder? proxy;
    private Decoder current;

    /// <summary>Opens a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="copy">What to take frames from once it is made; null for the video alone.</param>
    public SwitchingDecoder(string path, ProxyVideo? copy)
    {
        current = video = new VideoDecoder(path, fromTheFirst: true);
        this.copy = copy;
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size => video.Size;

    /// <summary>The frame that comes next.</summary>
    public int Next => current.Next;

    /// <summary>How many frames can be read from here on without seeking anew.</summary>
    public int FrameCount => current.FrameCount;

    /// <summary>Goes to a frame, or to one shortly before it.</summary>
    public void SeekNear(int frame)
    {
        proxy ??= copy?.Take();
        if (IsJustBefore(current)) return;
        current = proxy is not null && frame > 0 && frame < proxy.FrameCount ? proxy : video;
        if (!IsJustBefore(current)) current.Seek(frame);

        bool IsJustBefore(Decoder some) => some.Next <= frame && frame < some.Next + Skipped(some) && frame < some.FrameCount;
    }

    /// <summary>Passes over the next frame.</summary>
    /// <returns>False at the end.</returns>
    public bool Skip() => current.Skip();

    /// <summary>Decodes the next frame.</summary>
    /// <returns>False at the end.</returns>
    public bool Read(Mat frame) => current.Read(frame);

    /// <summary>
    /// Takes what has ended for what it is: a proxy that is shorter than it said is given up, the video has no more frames.
    /// </summary>
    /// <returns>Whether the video itself has ended.</returns>
    public bool HasEnded()
    {
        if (current == video) return true;
        current = video;
        proxy!.Dispose();
        proxy = null;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        video.Dispose();
        proxy?.Dispose();
    }

    private int Skipped(Decoder some) =>
        some == video && video.LosesBySeeking && proxy is null ? FramesToSkipInOrder : some.FramesToSkip;
}
