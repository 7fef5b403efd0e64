using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>The decoder of a <see cref="ProxyVideo"/>, where every frame is near a key frame and all are at even distances.</summary>
/// <param name="path">The copy's file.</param>
internal sealed class ProxyDecoder(string path) : Decoder(path)
{
    /// <summary>As many as were copied.</summary>
    public override int FrameCount => Video.FrameCount;

    /// <inheritdoc/>
    public override void Seek(int frame)
    {
        Video.Set(VideoCaptureProperties.PosFrames, frame);
        Frames.Continue(frame);
    }
}
