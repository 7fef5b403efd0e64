using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video.Sinks;

/// <summary>Writes MPEG-4 part 2 with OpenCV's own writer: for machines without ffmpeg; browsers can't play it.</summary>
internal sealed class OpenCvSink : IVideoSink
{
    private readonly PendingFile part;
    private readonly VideoWriter writer;

    /// <summary>Starts the file.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="size">The pictures' size.</param>
    /// <param name="framesPerSecond">The file's rate.</param>
    /// <param name="refusal">What to say where it can't be written there; see <see cref="PendingFile"/>.</param>
    /// <exception cref="RunException">The file can't be written.</exception>
    public OpenCvSink(string path, Size size, double framesPerSecond, Func<string, string>? refusal = null)
    {
        part = new PendingFile(path, refusal);
        writer = new VideoWriter(part.TemporaryPath, FourCC.FromString("mp4v"), framesPerSecond, size);
        if (writer.IsOpened()) return;
        Dispose();
        throw new RunException($"{Path}: OpenCV can't write it; install ffmpeg.");
    }

    /// <inheritdoc/>
    public string Path => part.Path;

    /// <inheritdoc/>
    public void Write(Mat picture) => writer.Write(picture);

    /// <inheritdoc/>
    public void Finish()
    {
        writer.Release();
        part.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        part.Dispose();
    }
}
