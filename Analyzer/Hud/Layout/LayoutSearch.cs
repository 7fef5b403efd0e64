using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>Finds a video's HUD: in its first frame, else in others spread over the video.</summary>
internal static class LayoutSearch
{
    private const int SpreadFrames = 10;

    /// <summary>Where speed and clock stand; null for what no searched frame shows.</summary>
    public static HudLayout Find(string videoPath, string tessdataFolder, Mat first, int frames, CancellationToken cancellation)
    {
        using var finder = new LayoutFinder(tessdataFolder);
        var found = finder.Find(first);
        if (found is { Speed: not null, Clock: not null })
            return found;

        using var video = VideoFile.Open(videoPath);
        using var frame = new Mat();
        for (var i = 1; i < SpreadFrames && (found.Speed is null || found.Clock is null); i++)
        {
            cancellation.ThrowIfCancellationRequested();
            video.PosFrames = (int)((long)frames * i / SpreadFrames);
            if (video.Read(frame) && !frame.Empty())
            {
                var here = finder.Find(frame);
                found = found with { Speed = found.Speed ?? here.Speed, Clock = found.Clock ?? here.Clock };
            }
        }

        return found;
    }
}
