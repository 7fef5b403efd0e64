using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>The decoder of a <see cref="ProxyVideo"/>, which has a short GOP (distance of key frames) and a constant frame rate.</summary>
/// <param name="path">The proxy's file.</param>
internal sealed class ProxyDecoder(string path) : Decoder(path)
{
    /// <summary>Frames from one key frame to the next.</summary>
    public const int FramesBetweenKeyFrames = 4;

    /// <summary>Frames a second, whatever the video's own rate is.</summary>
    public const int Rate = 15;

    /// <summary>
    /// By how many frames each frame but the first is shown later than it is decoded (PTS less DTS). A file is entered by decoding time,
    /// but OpenCV counts by presentation time: so its margin falls behind the frame asked for, and decoding begins at the last key frame
    /// before that.
    /// </summary>
    public const int Lag = VideoDecoder.SeekMargin - 1;

    private int next;

    /// <inheritdoc/>
    public override int Next => next;

    /// <summary>As many as were copied; the last one is repeated, for frames later than a file's count can't be asked for.</summary>
    public override int FrameCount => Video.FrameCount - Lag;

    /// <inheritdoc/>
    public override int FramesToSkip => FramesBetweenKeyFrames;

    /// <summary>Whether the frame read last is the one before <see cref="Next"/> by its own time, too.</summary>
    public bool IsAtItsTime => Math.Abs((Video.PosMsec * Rate / 1000.0) - (next > 1 ? next - 1 + Lag : 0)) < 0.5;

    /// <inheritdoc/>
    public override void Seek(int frame)
    {
        // The frames of the first key frame: that one alone is shown when it is decoded.
        Video.Set(VideoCaptureProperties.PosFrames, frame <= FramesBetweenKeyFrames ? frame : frame + Lag);
        next = frame;
    }

    /// <inheritdoc/>
    public override bool Skip()
    {
        if (!Video.Grab()) return false;
        next++;
        return true;
    }
}
