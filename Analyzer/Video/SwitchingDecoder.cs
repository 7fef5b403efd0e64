using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Switches between the decoders of a video and of its proxy: seeks go to the proxy once there is one, but for the first frame, from which
/// the video's own come quickly in order. Each decoder keeps its position, and one that is just before a frame goes on to it.
/// </summary>
internal sealed class SwitchingDecoder : IDisposable
{
    private readonly VideoDecoder video;
    private readonly ProxyVideo? proxyVideo;
    private ProxyDecoder? proxy;
    private Decoder current;

    /// <summary>Opens a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="proxyVideo">What to take frames from once it is made; null for the video alone.</param>
    public SwitchingDecoder(string path, ProxyVideo? proxyVideo)
    {
        current = video = new VideoDecoder(path, fromTheFirst: true);
        this.proxyVideo = proxyVideo;
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size => video.Size;

    /// <summary>The frame that comes next.</summary>
    public int Next => current.Next;

    /// <summary>The number of frames of what is being decoded, as far as that is known.</summary>
    public int FrameCount => current.FrameCount;

    /// <summary>Makes the next seek quick; to be called when nothing is to be decoded.</summary>
    public void PrepareSeeking()
    {
        TakeProxy();
        if (proxy is null || proxy.FrameCount < video.Index.FrameCount) video.PrepareSeeking();
        else video.ForgetSeeking();
    }

    /// <summary>Goes to a frame, or to one shortly before it.</summary>
    public void SeekNear(int frame)
    {
        TakeProxy();
        if (IsNear(current)) return;
        current = proxy is not null && frame > 0 && frame < proxy.FrameCount ? proxy : video;
        if (!IsNear(current)) current.Seek(frame);

        bool IsNear(Decoder decoder) => decoder.Next <= frame && frame < decoder.FrameCount
            && (frame < decoder.Next + decoder.FramesToSkip || (decoder == video && proxy is null && video.IsQuicklySkippedTo(frame)));
    }

    /// <summary>Passes over the next frame.</summary>
    /// <returns>False at the end.</returns>
    public bool Skip() => current.Skip();

    /// <summary>Decodes the next frame.</summary>
    /// <returns>False at the end.</returns>
    public bool Read(Mat frame) => current.Read(frame);

    /// <summary>
    /// After the end of what is being decoded: falls back to the video where that was the proxy, which is shorter than it said.
    /// </summary>
    /// <returns>False where the video itself has ended.</returns>
    public bool FallBackToVideo()
    {
        if (current == video) return false;
        current = video;
        proxy!.Dispose();
        proxy = null;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        video.Dispose();
        proxy?.Dispose();
    }

    private void TakeProxy() => proxy ??= proxyVideo?.Take();
}
