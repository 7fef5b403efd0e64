using Analyzer.Hud.Layout;
using Analyzer.Platform;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>Reads the HUD of some seconds of a video, which is enough to tell which log it belongs to.</summary>
internal static class HudSampler
{
    private const int SampledFrames = 120;

    // By then the car drives, and the recording's beginning and end are far.
    private const double Start = 0.25;

    /// <summary>The readings of the stretch; those of all other frames are empty.</summary>
    /// <exception cref="RunException">The video can't be read.</exception>
    public static HudScan Sample(string videoPath)
    {
        using var video = VideoFile.Open(videoPath);
        using var frame = new Mat();
        var total = Math.Max(video.FrameCount, 1);
        var start = (int)(total * Start);
        video.PosFrames = start;
        if (!video.Read(frame) || frame.Empty()) throw new RunException($"{videoPath}: the video has no readable frame.");
        var layout = LayoutSearch.Find(videoPath, frame, total, CancellationToken.None);
        using var reader = new HudReader(layout);
        var read = 0;
        do reader.Add(frame);
        while (++read < SampledFrames && video.Read(frame) && !frame.Empty());

        var readings = new HudReading[Math.Max(total, start + read)];
        reader.Finish().Readings.CopyTo(readings, start);
        return new HudScan([.. readings], video.Fps);
    }
}
