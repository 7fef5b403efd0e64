using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>One decoder of a video: goes forward frame by frame, and enters the video elsewhere at a key frame.</summary>
/// <exception cref="RunException">It can't be opened as a video.</exception>
internal abstract class Decoder : IDisposable
{
    /// <summary>Opens the video.</summary>
    /// <param name="path">The video's file.</param>
    protected Decoder(string path)
    {
        Video = VideoFile.Open(path);
        Keys = new Lazy<KeyFrames>(() => KeyFrames.Read(path));
        Frames = new FrameGrabber(Video, Keys);
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size => new(Video.FrameWidth, Video.FrameHeight);

    /// <summary>The frame that comes next.</summary>
    public int Next => Frames.Next;

    /// <summary>How many frames it may hold.</summary>
    public abstract int FrameCount { get; }

    /// <summary>The video being read.</summary>
    protected VideoCapture Video { get; }

    /// <summary>Grabs its frames.</summary>
    protected FrameGrabber Frames { get; }

    /// <summary>Where the video can be entered; read when first asked for.</summary>
    protected Lazy<KeyFrames> Keys { get; }

    /// <summary>Goes to a frame, or to one before it that its decoding begins with.</summary>
    public abstract void Seek(int frame);

    /// <summary>Passes over the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Skip() => Frames.Grab();

    /// <summary>Decodes the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Read(Mat frame) => Skip() && Video.Retrieve(frame);

    /// <inheritdoc/>
    public void Dispose() => Video.Dispose();
}
