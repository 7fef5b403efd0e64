using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>Opens the user's videos.</summary>
internal static class VideoFile
{
    private const int MinPixelsASide = 16;

    /// <summary>Opens a video with FFmpeg's decoders; it is the caller's to dispose of.</summary>
    /// <exception cref="RunException">There is none, it can't be read, or its pictures are too small.</exception>
    public static VideoCapture Open(string path)
    {
        if (!File.Exists(path)) throw new RunException($"{path}: there is no such video; name another with --video.");
        // FFmpeg tells a file that it may not read from one that is no video by messages alone.
        InputFile.Read(path, "make it readable, or name another with --video", stream => stream.ReadByte());
        var video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        var (isOpened, size) = (video.IsOpened(), new Size(video.FrameWidth, video.FrameHeight));
        if (isOpened && Math.Min(size.Width, size.Height) >= MinPixelsASide) return video;
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
}
