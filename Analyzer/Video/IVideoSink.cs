using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>A video file in the making. It takes its name only when finished; disposed of before that, nothing is left of it.</summary>
internal interface IVideoSink : IDisposable
{
    /// <summary>The file that <see cref="Finish"/> makes.</summary>
    string Path { get; }

    /// <summary>Adds a picture (8-bit BGR, always of one size).</summary>
    void Write(Mat picture);

    /// <summary>Completes the file under its name.</summary>
    void Finish();
}
