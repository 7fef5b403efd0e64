using System.Collections.Immutable;
using System.Diagnostics;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>The one-time pass over a video: what the HUD of each frame says.</summary>
public static class HudPass
{
    // Progress is for people: more often than this nobody sees it.
    private const int FramesPerReport = 30;

    // Where the first frame shows no HUD, so many others, spread over the video, are searched for it.
    private const int SearchedFrames = 10;

    /// <summary>Reads the whole video: one reading for every frame that <see cref="VideoCapture.Read(Mat)"/> delivers.</summary>
    /// <exception cref="RunException">The video cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The pass was interrupted.</exception>
    public static HudScan Run(string videoPath, string tessdataFolder, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        cancellation.ThrowIfCancellationRequested();
        using var video = Open(videoPath);
        using var frame = new Mat();
        if (!video.Read(frame) || frame.Empty())
        {
            throw new RunException($"{videoPath}: the video has no readable frame; download it again or choose another with --video.");
        }
        var size = frame.Size();
        var layout = FindLayout(videoPath, tessdataFolder, frame, video.FrameCount, cancellation);
        using var reader = new HudReader(layout, size, tessdataFolder, video.FrameCount);
        var frames = 0;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Add(frame);
            if (++frames % FramesPerReport == 0)
            {
                progress?.Report(new ScanProgress(frames, video.FrameCount));
            }
        }
        while (video.Read(frame) && !frame.Empty());
        var readings = reader.Finish(cancellation);
        progress?.Report(new ScanProgress(frames, frames));
        return new HudScan(readings, video.Fps, size.Width, size.Height)
        {
            Layout = layout,
            Notes = Notes(layout, readings),
            ScanTime = Stopwatch.GetElapsedTime(started),
        };
    }

    private static VideoCapture Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new RunException($"{path}: there is no such video; name another with --video.");
        }
        var video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        if (!video.IsOpened())
        {
            video.Dispose();
            throw new RunException($"{path}: this is not a video that can be read; download it again or choose another with --video.");
        }
        return video;
    }

    private static HudLayout FindLayout(string path, string tessdataFolder, Mat first, int frames, CancellationToken cancellation)
    {
        using var finder = new LayoutFinder(tessdataFolder);
        var found = finder.Find(first);
        if (found is { Speed: not null, Clock: not null })
        {
            return found;
        }
        using var video = Open(path);
        using var frame = new Mat();
        for (var i = 1; i < SearchedFrames && found is { Speed: null } or { Clock: null }; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            video.PosFrames = (int)((long)frames * i / SearchedFrames);
            if (video.Read(frame) && !frame.Empty())
            {
                var here = finder.Find(frame);
                found = found with { Speed = found.Speed ?? here.Speed, Clock = found.Clock ?? here.Clock };
            }
        }
        return found;
    }

    private static ImmutableArray<string> Notes(HudLayout layout, ImmutableArray<HudReading> readings)
    {
        if (layout.IsEmpty)
        {
            return ["The video shows no HUD: neither a speed (NN.NN m/s) nor a race clock (mm:ss.mmm) was found."];
        }
        var notes = ImmutableArray.CreateBuilder<string>();
        Note(HudText.Speed.Name, layout.Speed is not null, readings.Count(reading => reading.SpeedCentimetresPerSecond is null));
        Note(HudText.Clock.Name, layout.Clock is not null, readings.Count(reading => reading.ClockMilliseconds is null));
        return notes.ToImmutable();

        void Note(string name, bool found, int unread)
        {
            if (!found)
            {
                notes.Add($"The video's HUD shows no {name}.");
            }
            else if (unread > 0)
            {
                notes.Add($"The {name} could not be read for sure in {unread} of {readings.Length} frames: left empty there.");
            }
        }
    }
}
