using System.Text;
using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>The kinds of files that hold videos, by what they tell of their frames.</summary>
internal enum Container
{
    /// <summary>How many there are, and when each is shown: MP4, MOV (ISO/IEC 14496-12).</summary>
    IsoMedia,

    /// <summary>When each is shown: Matroska, WebM.</summary>
    Matroska,

    /// <summary>Neither for sure.</summary>
    Other,
}

/// <summary>Opens the user's videos.</summary>
internal static class VideoFile
{
    private const int MinPixelsASide = 16;
    private const double MaxProportion = 2.5;
    private const string Remedy = "make it readable, or name another with --video";

    // What FFmpeg calls JPEG's and PNG's codecs: one picture, or a video of such pictures.
    private const double Jpeg = 'M' | ('J' << 8) | ('P' << 16) | ('G' << 24);
    private const double Png = 'M' | ('P' << 8) | ('N' << 16) | ('G' << 24);

    private static readonly byte[] EbmlHead = [0x1A, 0x45, 0xDF, 0xA3];
    private static readonly string[] IsoMediaBoxes = ["ftyp", "styp", "moov", "mdat", "free", "skip", "wide", "pnot"];

    /// <summary>What kind of file a video is, by its first bytes: names may be wrong.</summary>
    /// <exception cref="RunException">It can't be read.</exception>
    public static Container ContainerOf(string path)
    {
        var head = new byte[8];
        InputFile.Read(path, Remedy, stream => stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (head.AsSpan().StartsWith(EbmlHead)) return Container.Matroska;
        return Array.Exists(IsoMediaBoxes, box => head.AsSpan(4).SequenceEqual(Encoding.ASCII.GetBytes(box)))
            ? Container.IsoMedia
            : Container.Other;
    }

    /// <summary>Opens a video with FFmpeg's decoders; it is the caller's to dispose of.</summary>
    /// <exception cref="RunException">
    /// There is none, it can't be read, its pictures are too small or too narrow, or it is one picture.
    /// </exception>
    public static VideoCapture Open(string path)
    {
        if (!File.Exists(path)) throw new RunException($"{path}: there is no such video; name another with --video.");
        // FFmpeg tells a file that it may not read from one that is no video by messages alone.
        InputFile.Read(path, Remedy, stream => stream.ReadByte());
        var video = Capture(path);
        if (video.Get(VideoCaptureProperties.FourCC) is Jpeg or Png && !HasTwoFrames(path))
        {
            video.Dispose();
            throw new RunException(
                $"{path}: the first video track is a single picture; where the video is the second one, make a file of it "
                + "(ffmpeg -i FILE -map 0:v:1 -c copy VIDEO.mp4), or name another with --video.");
        }

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

    // OpenCV takes the first video track, whatever that is, and can't be told another.
    private static bool HasTwoFrames(string path)
    {
        using var video = Capture(path);
        return video.Grab() && video.Grab();
    }

    /// <summary>Opens a video as it is, whatever comes of it; it is the caller's to dispose of.</summary>
    public static VideoCapture Capture(string path) => new(NameFor(path), VideoCaptureAPIs.FFMPEG);

    /// <summary>The file's name for FFmpeg, which takes what is before a colon for a protocol where no folder's name comes first.</summary>
    public static string NameFor(string path) => Path.GetFullPath(path);
}
