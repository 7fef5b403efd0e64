using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>One decoder of a video: goes forward frame by frame, and enters the video elsewhere at a key frame.</summary>
internal abstract class Decoder(string path) : IDisposable
{
    /// <summary>The video's own size in pixels.</summary>
    public Size Size => new(Video.FrameWidth, Video.FrameHeight);

    /// <summary>Whether the file is a video that can be read.</summary>
    public bool IsOpen => Video.IsOpened();

    /// <summary>The frame that comes next.</summary>
    public int Next { get; protected set; }

    /// <summary>How many frames it may hold.</summary>
    public abstract int FrameCount { get; }

    /// <summary>The video being read.</summary>
    protected VideoCapture Video { get; } = new(path, VideoCaptureAPIs.FFMPEG);

    /// <summary>Goes to a frame, or to one before it that its decoding begins with.</summary>
    public abstract void Enter(int frame);

    /// <summary>Passes over the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Skip()
    {
        if (!Video.Grab()) return false;
        Next++;
        return true;
    }

    /// <summary>Decodes the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Read(Mat frame) => Skip() && Video.Retrieve(frame);

    /// <inheritdoc/>
    public void Dispose() => Video.Dispose();
}

/// <summary>The decoder of a user's video, whose key frames can be anywhere and whose rate need not be even.</summary>
/// <param name="path">The video's file.</param>
internal sealed class VideoDecoder(string path) : Decoder(path)
{
    /// <summary>
    /// How many frames OpenCV decodes before the one that a seek asks for (cap_ffmpeg_impl.hpp, <c>CvCapture_FFMPEG::seek</c>): asking
    /// for a frame so far behind a key frame enters at that key frame, asking for a nearer one at the key frame before.
    /// </summary>
    private const int SeekMargin = 16;

    private readonly Lazy<KeyFrames> keys = new(() => KeyFrames.Read(path));

    /// <summary>As many as there are: the count in the file's header may be wrong.</summary>
    public override int FrameCount => int.MaxValue;

    /// <inheritdoc/>
    public override void Enter(int frame)
    {
        var key = keys.Value.Before(frame);
        if (key > 0 && frame < key + SeekMargin) key = keys.Value.Before(key - 1);
        if (key == 0 || !Seek(key + SeekMargin) || Next > frame) Seek(0);
    }

    private bool Seek(int frame)
    {
        var done = Video.Set(VideoCaptureProperties.PosFrames, frame);
        Next = frame > 0 && keys.Value.FrameAt(Video.PosMsec) is { } last ? last + 1 : frame;
        return done;
    }
}

/// <summary>The decoder of a <see cref="SeekableCopy"/>, where every frame is near a key frame and all are at even distances.</summary>
/// <param name="path">The copy's file.</param>
internal sealed class CopyDecoder(string path) : Decoder(path)
{
    /// <summary>As many as were copied.</summary>
    public override int FrameCount => Video.FrameCount;

    /// <inheritdoc/>
    public override void Enter(int frame)
    {
        Video.Set(VideoCaptureProperties.PosFrames, frame);
        Next = frame;
    }
}
