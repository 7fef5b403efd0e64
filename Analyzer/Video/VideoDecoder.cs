using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>The decoder of a user's video, whose key frames can be anywhere and whose frame rate may vary.</summary>
internal sealed class VideoDecoder : Decoder
{
    /// <summary>
    /// How many frames OpenCV decodes before the one that a seek asks for (cap_ffmpeg_impl.hpp, <c>CvCapture_FFMPEG::seek</c>): asking
    /// for a frame so far behind a key frame enters at that key frame, asking for a nearer one at the key frame before.
    /// </summary>
    public const int SeekMargin = 16;

    // Beside the frames on the way, of which every second one is left out: what feeding ffmpeg begins with, and starting it before.
    private const int FramesDecodedWhileEntering = 30;
    private const int FramesDecodedWhileStarting = 100;

    private readonly Lazy<FrameIndex> index;
    private readonly OrderedFrames frames;

    /// <summary>Opens the video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="fromTheFirst">Whether most frames will be asked for, from the first one on.</param>
    public VideoDecoder(string path, bool fromTheFirst = false)
        : base(path)
    {
        index = new Lazy<FrameIndex>(() => FrameIndex.Read(path));
        frames = new OrderedFrames(Video, path, index, fromTheFirst);
    }

    /// <summary>Key frames and frame times; read when first asked for.</summary>
    public FrameIndex Index => index.Value;

    /// <inheritdoc/>
    public override int Next => frames.Next;

    /// <summary>As many as there are: the count in the file's header may be wrong.</summary>
    public override int FrameCount => int.MaxValue;

    /// <inheritdoc/>
    public override int FramesToSkip => 30;

    /// <summary>Whether frames come so quickly that decoding those up to one ahead is faster than a seek.</summary>
    /// <param name="frame">The frame to go to.</param>
    public bool IsQuicklySkippedTo(int frame) => !Index.TellsTimes || (frames.ArePiped && frame - Next < FramesDecodedWhileEntering
        + ((frame - Index.KeyFrameBefore(frame)) / 2) + (frames.IsPrepared ? 0 : FramesDecodedWhileStarting));

    /// <inheritdoc cref="OrderedFrames.PrepareSeeking"/>
    public void PrepareSeeking() => frames.PrepareSeeking();

    /// <inheritdoc cref="OrderedFrames.ForgetSeeking"/>
    public void ForgetSeeking() => frames.ForgetSeeking();

    /// <inheritdoc/>
    public override void Seek(int frame) => frames.Seek(frame);

    /// <inheritdoc/>
    public override bool Skip() => frames.Grab();

    /// <inheritdoc/>
    public override void Dispose()
    {
        frames.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override bool Retrieve(Mat frame) => frames.Retrieve(frame);
}
