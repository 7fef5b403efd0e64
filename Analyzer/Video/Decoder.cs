using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>Base of the seekable decoders: decodes a video forward frame by frame, and seeks to its key frames.</summary>
/// <param name="path">The video's file.</param>
/// <exception cref="Analyzer.Platform.RunException">It can't be opened as a video.</exception>
internal abstract class Decoder(string path) : IDisposable
{
    /// <summary>The video's own size in pixels.</summary>
    public Size Size => new(Video.FrameWidth, Video.FrameHeight);

    /// <summary>The frame that comes next.</summary>
    public abstract int Next { get; }

    /// <summary>How many frames it may hold.</summary>
    public abstract int FrameCount { get; }

    /// <summary>Up to so many frames ahead, decoding what lies between is faster than a seek.</summary>
    public abstract int FramesToSkip { get; }

    /// <summary>The video being read.</summary>
    protected VideoCapture Video { get; } = VideoFile.Open(path);

    /// <summary>Goes to a frame, or to one before it that its decoding begins with.</summary>
    public abstract void Seek(int frame);

    /// <summary>Passes over the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public abstract bool Skip();

    /// <summary>Decodes the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Read(Mat frame) => Skip() && Retrieve(frame);

    /// <inheritdoc/>
    public virtual void Dispose() => Video.Dispose();

    /// <summary>Gives the pixels of the frame passed over last.</summary>
    protected virtual bool Retrieve(Mat frame) => Video.Retrieve(frame);
}
