using System.Globalization;
using Analyzer.Commands;
using Analyzer.Hud;
using Analyzer.Hud.Strips;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Sessions;

/// <summary>A run's log and what comes with it.</summary>
/// <param name="Files">Where they lie.</param>
/// <param name="Trace">The log.</param>
/// <param name="Metrics">The simulator's own lap times; null where there are none.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
public sealed record OpenedLog(EvaluationFiles Files, SimTrace Trace, EvaluationMetrics? Metrics, ActionSpace ActionSpace);

/// <summary>A run, read and locked.</summary>
/// <param name="Files">Where it lies.</param>
/// <param name="Evaluation">What the player shows.</param>
/// <param name="Lock">How well the frames fit the log.</param>
/// <param name="ReadNow">The pass over the video; null where the readings were kept from an earlier run.</param>
/// <param name="SpeedColumn">What became of the log's speed column.</param>
public sealed record OpenedRun(
    EvaluationFiles Files, Evaluation Evaluation, LockResult Lock, HudScan? ReadNow, SpeedColumnOutcome? SpeedColumn)
{
    /// <summary>The video, which an opened run always has.</summary>
    public string VideoPath => Files.VideoPath!;

    /// <summary>The same run with its laps compared, and on its track.</summary>
    public OpenedRun With(LapComparisons laps, Track? track) => this with { Evaluation = Evaluation with { Laps = laps, Track = track } };
}

/// <summary>Opens a run: finds its files, reads its log, reads its video once and keeps the readings, locks frames to rows.</summary>
public sealed class RunOpener(Terminal terminal)
{
    /// <summary>Opens log and video.</summary>
    /// <param name="selection">Which run.</param>
    /// <param name="rescan">Read the video again, and write the log's speed column again.</param>
    /// <param name="cancellation">Ctrl-C; nothing half-written is left.</param>
    /// <exception cref="RunException">It can't be analysed.</exception>
    public OpenedRun Open(RunSelection selection, bool rescan, CancellationToken cancellation) =>
        Lock(OpenLog(selection, videoNeeded: true), selection.KeepLog, rescan, cancellation);

    /// <summary>Opens a log alone.</summary>
    /// <param name="selection">Which run.</param>
    /// <param name="videoNeeded">Whether only a run with a video will do.</param>
    /// <exception cref="RunException">It can't be read.</exception>
    public OpenedLog OpenLog(RunSelection selection, bool videoNeeded)
    {
        var choice = ModelFolder.Choose(selection.Model, selection.Log, selection.Video, selection.Evaluation, videoNeeded);
        var files = choice.Files;
        var trace = SimTraceReader.Read(files.LogPath);
        foreach (var remark in choice.Remarks.Concat(trace.Remarks)) terminal.Remark(remark);
        var actionSpace = files.ActionSpacePath is { } metadata ? ActionSpace.FromMetadata(metadata) : ActionSpace.FromTrace(trace);
        var metrics = files.MetricsPath is { } path ? EvaluationMetrics.Read(path) : null;
        return new OpenedLog(files, trace, metrics, actionSpace);
    }

    /// <summary>Locks an opened log to its video, which it must have.</summary>
    /// <param name="log">The log.</param>
    /// <param name="keepLog">Leave the log's file as it is.</param>
    /// <param name="rescan">Read the video again, and write the log's speed column again.</param>
    /// <param name="cancellation">Ctrl-C; nothing half-written is left.</param>
    /// <exception cref="RunException">The video can't be read, or is another run's.</exception>
    public OpenedRun Lock(OpenedLog log, bool keepLog, bool rescan, CancellationToken cancellation)
    {
        var files = log.Files;
        var stamp = HudFileStamp.Of(files.VideoPath!);
        var kept = rescan ? null : HudFile.TryRead(files.VideoPath!);
        var scan = kept is null ? Scan(files.VideoPath!, cancellation) : new HudScan(kept.Readings, RateOf(files.VideoPath!), 0, 0);
        var run = Lock(log, scan);
        var timeline = run.Evaluation.Timeline;
        if (kept is null) Keep(files.VideoPath!, stamp, timeline);
        var outcome = keepLog ? (SpeedColumnOutcome?)null : WriteSpeeds(files.LogPath, timeline, rescan);
        return run with { ReadNow = kept is null ? scan : null, SpeedColumn = outcome };
    }

    /// <summary>Locks an opened log to what its video's HUD says; writes nothing.</summary>
    /// <param name="log">The log.</param>
    /// <param name="scan">What the HUD says.</param>
    /// <exception cref="RunException">The video is another run's.</exception>
    public OpenedRun Lock(OpenedLog log, HudScan scan)
    {
        foreach (var note in scan.Notes) terminal.Remark(note);
        var lapTimes = log.Metrics?.LapTimes(log.Trace);
        var locked = FrameLocker.Lock(log.Trace, lapTimes, scan.Readings, scan.FramesPerSecond);
        var readings = ReadingFilter.Drop(locked, scan.AmbiguousSpeeds);
        if (!readings.SequenceEqual(scan.Readings)) locked = FrameLocker.Lock(log.Trace, lapTimes, readings, scan.FramesPerSecond);
        if (locked.Mismatch is { } mismatch) throw new RunException(mismatch);
        foreach (var remark in locked.Remarks) terminal.Remark(remark);
        return new OpenedRun(log.Files, new Evaluation(locked.Timeline, log.ActionSpace), locked, ReadNow: null, SpeedColumn: null);
    }

    private HudScan Scan(string video, CancellationToken cancellation)
    {
        var tessdata = Tessdata.Find();
        return terminal.WithProgress(
            "Reading the HUD", "frames", progress => HudScanner.Scan(video, tessdata, new Frames(progress), cancellation));
    }

    private void Keep(string video, HudFileStamp stamp, Timeline timeline)
    {
        try
        {
            new HudFile(timeline.Readings, [.. Enumerable.Range(0, timeline.FrameCount).Select(frame => timeline.RowAt(frame)?.Index)])
                .Write(video, stamp);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            terminal.Remark($"{HudFile.PathFor(video)}: can't be written ({error.Message}); the video will be read again next time.");
        }
    }

    private SpeedColumnOutcome? WriteSpeeds(string log, Timeline timeline, bool replace)
    {
        try
        {
            return SpeedColumn.Write(
                log,
                [.. Enumerable.Range(0, timeline.Trace.Rows.Length).Select(row => SpeedText(timeline, row))],
                replace);
        }
        catch (RunException error)
        {
            terminal.Remark(error.Message);
            return null;
        }
    }

    private static string? SpeedText(Timeline timeline, int row) =>
        timeline.ReadingOf(row)?.SpeedMetresPerSecond?.ToString("0.00", CultureInfo.InvariantCulture);

    private static double RateOf(string path)
    {
        using var video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        return video.IsOpened()
            ? video.Fps
            : throw new RunException($"{path}: not a video that can be read; download it again or name another with --video.");
    }

    private sealed class Frames(IProgress<(int Done, int Total)> progress) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => progress.Report((value.FramesDone, value.FramesTotal));
    }
}
