using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Commands;

/// <summary>A run, read and locked.</summary>
/// <param name="Files">Where it lies.</param>
/// <param name="Evaluation">What the player shows.</param>
/// <param name="Lock">How well the frames fit the log.</param>
/// <param name="ReadNow">What the pass over the video took; null where the readings were kept from an earlier run.</param>
/// <param name="SpeedColumn">What became of the log's speed column.</param>
public sealed record OpenedRun(
    EvaluationFiles Files, Evaluation Evaluation, LockResult Lock, TimeSpan? ReadNow, SpeedColumnOutcome? SpeedColumn)
{
    /// <summary>The video, which an opened run always has.</summary>
    public string VideoPath => Files.VideoPath!;
}

/// <summary>Opens a run: finds its files, reads its log, reads its video once and keeps the readings, locks frames to rows.</summary>
public sealed class RunOpener(Terminal terminal, TimeProvider time)
{
    /// <summary>Opens it.</summary>
    /// <param name="selection">Which run.</param>
    /// <param name="rescan">Read the video again, and write the log's speed column again.</param>
    /// <param name="cancellation">Ctrl-C; nothing half-written is left.</param>
    /// <exception cref="RunException">It can't be analysed.</exception>
    public OpenedRun Open(RunSelection selection, bool rescan, CancellationToken cancellation)
    {
        var choice = ModelFolder.Choose(selection.Model, selection.Log, selection.Video, selection.Evaluation, videoNeeded: true);
        var files = choice.Files;
        var trace = SimTraceReader.Read(files.LogPath);
        foreach (var remark in choice.Remarks.Concat(trace.Remarks)) terminal.Remark(remark);
        var actionSpace = files.ActionSpacePath is { } metadata ? ActionSpace.FromMetadata(metadata) : ActionSpace.FromTrace(trace);
        var lapTimes = files.MetricsPath is { } metrics ? EvaluationMetrics.Read(metrics).LapTimes(trace) : null;

        var stamp = HudFileStamp.Of(files.VideoPath!);
        var start = time.GetTimestamp();
        var kept = rescan ? null : HudFile.TryRead(files.VideoPath!);
        var scan = kept is null ? Scan(files.VideoPath!, cancellation) : new HudScan(kept.Readings, RateOf(files.VideoPath!), 0, 0);
        foreach (var note in scan.Notes) terminal.Remark(note);
        var readNow = kept is null ? time.GetElapsedTime(start) : (TimeSpan?)null;
        var locked = FrameLocker.Lock(trace, lapTimes, scan.Readings, scan.FramesPerSecond);
        if (locked.Mismatch is { } mismatch) throw new RunException(mismatch);
        foreach (var remark in locked.Remarks) terminal.Remark(remark);

        if (kept is null) Keep(files.VideoPath!, stamp, scan.Readings, locked.Timeline);
        var outcome = selection.KeepLog ? (SpeedColumnOutcome?)null : WriteSpeeds(files.LogPath, locked.Timeline, rescan);
        return new OpenedRun(files, new Evaluation(locked.Timeline, actionSpace), locked, readNow, outcome);
    }

    private HudScan Scan(string video, CancellationToken cancellation)
    {
        var tessdata = Tessdata.Find();
        return terminal.WithProgress(
            "Reading the HUD", "frames", progress => HudPass.Run(video, tessdata, new Frames(progress), cancellation));
    }

    private void Keep(string video, HudFileStamp stamp, ImmutableArray<HudReading> readings, Timeline timeline)
    {
        try
        {
            new HudFile(readings, [.. Enumerable.Range(0, timeline.FrameCount).Select(frame => timeline.RowAt(frame)?.Index)]).Write(video, stamp);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            terminal.Remark($"{HudFile.PathFor(video)}: can't be written ({refused.Message}); the video will be read again next time.");
        }
    }

    private SpeedColumnOutcome? WriteSpeeds(string log, Timeline timeline, bool replace)
    {
        try
        {
            return SpeedColumn.Write(log, [.. Enumerable.Range(0, timeline.Trace.Rows.Length).Select(row => SpeedText(timeline, row))], replace);
        }
        catch (RunException refused)
        {
            terminal.Remark(refused.Message);
            return null;
        }
    }

    private static string? SpeedText(Timeline timeline, int row) => timeline.FirstFrameOf(row) is { } frame
        ? timeline.Readings[frame].SpeedMetresPerSecond?.ToString("0.00", CultureInfo.InvariantCulture)
        : null;

    private static double RateOf(string path)
    {
        using var video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        return video.IsOpened() ? video.Fps : throw new RunException($"{path}: not a video that can be read; download it again or name another with --video.");
    }

    private sealed class Frames(IProgress<(int Done, int Total)> progress) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => progress.Report((value.FramesDone, value.FramesTotal));
    }
}
