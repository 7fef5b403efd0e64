using OpenCvSharp;

namespace Analyzer.Video.Sinks;

/// <summary>Encodes pictures into a video file, which gets its name only when finished: disposed of before that, nothing is left.</summary>
internal interface IVideoSink : IDisposable
{
    /// <summary>The file that <see cref="Finish"/> makes.</summary>
    string Path { get; }

    /// <summary>Adds a picture (8-bit BGR, always of one size).</summary>
    void Write(Mat picture);

    /// <summary>Completes the file under its name.</summary>
    void Finish();
}
