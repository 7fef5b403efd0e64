using System.Collections.Concurrent;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Support;

/// <summary>The bundled video's pictures, any at once: the whole of it as ffmpeg decodes it, in a file that nobody sees.</summary>
internal static class SampleFrames
{
    private static readonly Size Size = new(640, 480);

    private static readonly Lazy<FileStream> Decoded = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"analyzer-tests-{Path.GetRandomFileName()}.yuv");
        SystemProgram.Output("ffmpeg", "-v", "error", "-i", SampleRun.BundledVideo, "-pix_fmt", "yuv420p", "-f", "rawvideo", path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Delete, 1, FileOptions.DeleteOnClose);

        // Nobody closes it: where a file without a name stays open, it goes with the process.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    });

    private static readonly ConcurrentDictionary<int, byte[]> Beginnings = new();

    private static readonly Lazy<I420Converter> Pixels = new(() => new I420Converter(Size));

    /// <summary>A file with the first of them, packets copied as they are.</summary>
    /// <param name="frames">How many; more than <see cref="SampleRun.BeginningFrameCount"/> would begin a second group of pictures.</param>
    public static byte[] BeginningVideo(int frames = SampleRun.BeginningFrameCount) => Beginnings.GetOrAdd(frames, _ =>
    {
        using var folder = new TempFolder();
        var video = folder.Path("beginning.mp4");
        SystemProgram.Output("ffmpeg", "-v", "error", "-i", SampleRun.BundledVideo, "-c", "copy", "-frames:v", $"{frames}", video);
        return File.ReadAllBytes(video);
    });

    /// <summary>A frame's pixels (BGR), the caller's own.</summary>
    /// <param name="number">From 0.</param>
    public static Mat Of(int number)
    {
        var picture = new Mat();
        lock (Pixels)
        {
            var bytes = new byte[I420Converter.BytesOf(Size)];
            Decoded.Value.Seek((long)number * bytes.Length, SeekOrigin.Begin);
            Decoded.Value.ReadExactly(bytes);
            Pixels.Value.Fill(picture, bytes);
        }

        return picture;
    }
}
