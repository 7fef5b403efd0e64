using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>Opens the user's videos.</summary>
internal static class VideoFile
{
    private const int MinPixelsASide = 16;
    private const double MaxProportion = 2.5;

    /// <summary>Opens a video with FFmpeg's decoders; it is the caller's to dispose of.</summary>
    /// <exception cref="RunException">There is none, it can't be read, or its pictures are too small or too narrow.</exception>
    public static VideoCapture Open(string path)
    {
        if (!File.Exists(path)) throw new RunException($"{path}: there is no such video; name another with --video.");
        // FFmpeg tells a file that it may not read from one that is no video by messages alone.
        InputFile.Read(path, "make it readable, or name another with --video", stream => stream.ReadByte());
        var video = Capture(path);
        var (isOpened, size) = (video.IsOpened(), new Size(video.FrameWidth, video.FrameHeight));
        var (shortSide, longSide) = (Math.Min(size.Width, size.Height), Math.Max(size.Width, size.Height));
        if (isOpened && shortSide >= MinPixelsASide && longSide <= shortSide * MaxProportion) return video;
        video.Dispose();
        if (isOpened) throw new RunException($"{path}: pictures of {size.Width}x{size.Height} show nothing; name another with --video.");
        throw new RunException($"{path}: this is not a video that can be read; download it again or name another with --video.");
    }

    /// <summary>Whether a video can be opened.</summary>
    public static bool CanOpen(string path)
    {
        try
        {
            Open(path).Dispose();
            return true;
        }
        catch (RunException)
        {
            return false;
        }
    }

    /// <summary>Opens a video as it is, whatever comes of it; it is the caller's to dispose of.</summary>
    public static VideoCapture Capture(string path) => new(NameFor(path), VideoCaptureAPIs.FFMPEG);

    /// <summary>The file's name for FFmpeg, which takes what is before a colon for a protocol where no folder's name comes first.</summary>
    public static string NameFor(string path) => Path.GetFullPath(path);
}
