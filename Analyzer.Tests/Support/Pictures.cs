using System.Security.Cryptography;
using OpenCvSharp;

namespace Analyzer.Tests.Support;

/// <summary>Compares pictures.</summary>
public static class Pictures
{
    private const double LeastPsnr = 30;

    /// <summary>A text that two different pictures do not share: the SHA-256 of their pixels.</summary>
    public static unsafe string HashOf(Mat picture) => Convert.ToHexString(
        SHA256.HashData(new ReadOnlySpan<byte>(picture.DataPointer, checked((int)(picture.Total() * picture.ElemSize())))));

    /// <summary>Whether they are the same but for a video's compression.</summary>
    public static bool AreAlike(Mat one, Mat other) => one.Size() == other.Size() && Cv2.PSNR(one, other) > LeastPsnr;

    /// <summary>All frames of a video.</summary>
    public static IReadOnlyList<Mat> Of(string video)
    {
        using var capture = new VideoCapture(video, VideoCaptureAPIs.FFMPEG);
        var frames = new List<Mat>();
        for (var frame = new Mat(); capture.Read(frame); frame = new Mat()) frames.Add(frame);
        return frames;
    }
}
