using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>The decoder of a user's video, whose key frames can be anywhere and whose rate need not be even.</summary>
/// <param name="path">The video's file.</param>
internal sealed class VideoDecoder(string path) : Decoder(path)
{
    /// <summary>
    /// How many frames OpenCV decodes before the one that a seek asks for (cap_ffmpeg_impl.hpp, <c>CvCapture_FFMPEG::seek</c>): asking
    /// for a frame so far behind a key frame enters at that key frame, asking for a nearer one at the key frame before.
    /// </summary>
    public const int SeekMargin = 16;

    /// <summary>Where the video can be entered; read when first asked for.</summary>
    public KeyFrames KeyFrames => Keys.Value;

    /// <summary>As many as there are: the count in the file's header may be wrong.</summary>
    public override int FrameCount => int.MaxValue;

    /// <inheritdoc/>
    public override void Seek(int frame)
    {
        var key = Keys.Value.Before(frame);
        if (key > 0 && frame < key + SeekMargin) key = Keys.Value.Before(key - 1);
        if (key == 0 || !Enter(key + SeekMargin) || Next > frame) Enter(0);
    }

    private bool Enter(int frame)
    {
        var done = Video.Set(VideoCaptureProperties.PosFrames, frame);
        var isKnown = frame == 0 || Keys.Value.Count == 0;
        Frames.Continue(isKnown ? frame : Video.PosMsec >= 0 ? Keys.Value.FrameAt(Video.PosMsec) + 1 : null);
        return done;
    }
}
