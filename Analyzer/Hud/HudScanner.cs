using System.Collections.Immutable;
using System.Diagnostics;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;
using Analyzer.Platform;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>The one-time pass over a video that decodes every frame and reads its HUD: speed and race clock.</summary>
internal static class HudScanner
{
    // Progress is for people: more often than this nobody sees it.
    private const int FramesPerReport = 30;

    // What has been read is told after so many frames, and then whenever it has grown by half.
    private const int FramesToBeginWith = 60;

    // A decoder mends what it can before it gives up, and delivers pictures in another order than they are stored.
    private const int FramesInDoubt = 8;

    /// <summary>Reads the whole video: one reading for every frame that <see cref="VideoCapture.Read(Mat)"/> delivers.</summary>
    /// <param name="videoPath">The video's file.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="soFar">Told from time to time what the frames up to there say beyond doubt; the pass waits meanwhile.</param>
    /// <param name="way">What the pass gives way to.</param>
    /// <exception cref="RunException">The video cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The pass was interrupted.</exception>
    public static HudScan Scan(
        string videoPath,
        IProgress<Progress>? progress,
        CancellationToken cancellation,
        Action<HudScan>? soFar = null,
        RightOfWay? way = null)
    {
        var started = Stopwatch.GetTimestamp();
        cancellation.ThrowIfCancellationRequested();
        using var video = VideoFile.Open(videoPath);
        using var frames = new FrameQueue(video, videoPath);
        if (!frames.TryPeek(out var first))
            throw new RunException($"{videoPath}: the video has no readable frame; download it again or choose another with --video.");

        var total = Math.Max(0, video.FrameCount);
        var layout = frames.ReadAheadDuring(() => LayoutSearch.Find(videoPath, first, total, cancellation));
        using var reader = new HudReader(layout);
        var toTell = FramesToBeginWith;
        for (var done = 1; frames.TryNext(out var frame); done++)
        {
            cancellation.ThrowIfCancellationRequested();
            way?.Give(cancellation);
            reader.Add(frame);
            if (done % FramesPerReport == 0)
                progress?.Report(new Progress(done, total));

            if (soFar is null || done < toTell)
                continue;

            soFar(new HudScan(reader.SoFar(), video.Fps));
            toTell += toTell / 2;
        }

        var (read, ambiguousSpeeds) = reader.Finish();
        var readings = WithoutDamaged(read, frames.Damages);
        progress?.Report(new Progress(readings.Length, readings.Length));
        return new HudScan(readings, video.Fps)
        {
            AmbiguousSpeeds = ambiguousSpeeds,
            DecodeTime = frames.DecodeTime,
            Notes = [.. frames.Damage is { } damage ? [damage] : Array.Empty<string>(), .. Notes(layout, reader, readings)],
            ScanTime = Stopwatch.GetElapsedTime(started),
        };
    }

    private static ImmutableArray<HudReading> WithoutDamaged(ImmutableArray<HudReading> readings, IReadOnlyList<int> damages)
    {
        var kept = readings.ToBuilder();
        foreach (var damage in damages)
            for (var frame = Math.Max(0, damage - FramesInDoubt); frame < damage; frame++) kept[frame] = default;

        return kept.DrainToImmutable();
    }

    private static ImmutableArray<string> Notes(HudLayout layout, HudReader reader, ImmutableArray<HudReading> readings)
    {
        if (layout.Places.IsEmpty)
        {
            return
            [
                "The video shows no HUD: neither a speed (NN.NN m/s) nor a race clock (mm:ss.mmm) was found; " +
                "choose the race camera's own video, not stretched to another shape, with --video.",
            ];
        }

        var notes = ImmutableArray.CreateBuilder<string>();
        Note(HudField.Speed, readings.Count(reading => reading.SpeedCentimetresPerSecond is null));
        Note(HudField.Clock, readings.Count(reading => reading.ClockMilliseconds is null));
        return notes.ToImmutable();

        void Note(HudField field, int unread)
        {
            if (layout[field] is null)
                notes.Add($"The video's HUD shows no {field.Name}.");
            else if (reader.IsForeign(field))
                notes.Add($"The {field.Name} is not in the simulator's letters: left empty; choose its own video with --video.");
            else if (unread > 0)
                notes.Add($"The {field.Name} could not be read for sure in {unread} of {readings.Length} frames: left empty there.");
        }
    }
}
