using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>One decoder of a video: goes forward frame by frame, and enters the video elsewhere at a key frame.</summary>
/// <param name="path">The video's file.</param>
/// <exception cref="RunException">It can't be opened as a video.</exception>
internal abstract class Decoder(string path) : IDisposable
{
    /// <summary>The video's own size in pixels.</summary>
    public Size Size => new(Video.FrameWidth, Video.FrameHeight);

    /// <summary>The frame that comes next.</summary>
    public int Next { get; protected set; }

    /// <summary>How many frames it may hold.</summary>
    public abstract int FrameCount { get; }

    /// <summary>The video being read.</summary>
    protected VideoCapture Video { get; } = VideoFile.Open(path);

    /// <summary>Goes to a frame, or to one before it that its decoding begins with.</summary>
    public abstract void Seek(int frame);

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
