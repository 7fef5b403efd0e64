using System.Security.Cryptography;
using OpenCvSharp;

namespace Analyzer.Tests.Support;

/// <summary>Compares pictures.</summary>
public static class Pictures
{
    private const double MinPsnr = 34;
    private const double MinColourPsnr = 30;

    /// <summary>A text that two different pictures do not share: the SHA-256 of their pixels.</summary>
    public static unsafe string HashOf(Mat picture) => Convert.ToHexString(
        SHA256.HashData(new ReadOnlySpan<byte>(picture.DataPointer, checked((int)(picture.Total() * picture.ElemSize())))));

    /// <summary>
    /// Whether they are the same but for a video's compression. Brightness is compared in full, colour at the half size that it has in a
    /// video.
    /// </summary>
    public static bool AreAlike(Mat one, Mat other)
    {
        using var grey = one.CvtColor(ColorConversionCodes.BGR2GRAY);
        using var otherGrey = other.CvtColor(ColorConversionCodes.BGR2GRAY);
        if (grey.Size() != otherGrey.Size() || Cv2.PSNR(grey, otherGrey) <= MinPsnr) return false;
        using var half = one.Resize(default, 0.5, 0.5, InterpolationFlags.Area);
        using var otherHalf = other.Resize(default, 0.5, 0.5, InterpolationFlags.Area);
        return Cv2.PSNR(half, otherHalf) > MinColourPsnr;
    }

    /// <summary>All frames of a video.</summary>
    public static IReadOnlyList<Mat> Of(string video)
    {
        using var capture = new VideoCapture(video, VideoCaptureAPIs.FFMPEG);
        var frames = new List<Mat>();
        for (var frame = new Mat(); capture.Read(frame); frame = new Mat()) frames.Add(frame);
        return frames;
    }
}
