using System.Collections.Immutable;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>The one-time pass: every frame's HUD, in order.</summary>
public static class HudPass
{
    /// <summary>Reads a video.</summary>
    /// <param name="videoPath">The video.</param>
    /// <param name="tessdataFolder">Tesseract's language data: see <see cref="Tessdata.Find"/>.</param>
    /// <param name="progress">Told after every frame.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="RunException">The file is no video.</exception>
    public static HudScan Run(string videoPath, string tessdataFolder, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        using var video = new VideoCapture(videoPath, VideoCaptureAPIs.FFMPEG);
        using var frame = new Mat();
        using var reader = new TesseractHudReader(tessdataFolder);
        var readings = ImmutableArray.CreateBuilder<HudReading>();
        while (video.IsOpened() && video.Read(frame))
        {
            cancellation.ThrowIfCancellationRequested();
            readings.Add(reader.Read(frame));
            progress?.Report(new ScanProgress(readings.Count, Math.Max(readings.Count, video.FrameCount)));
        }

        if (readings.Count == 0) throw new RunException($"{videoPath}: not a video that can be read; download it again or name another with --video.");
        return new HudScan(readings.ToImmutable(), video.Fps, video.FrameWidth, video.FrameHeight);
    }
}
