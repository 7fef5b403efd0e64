using System.Globalization;
using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Sync;
using Analyzer.Video;

namespace Analyzer.Sessions;

/// <summary>Opens a run: finds its files, reads its log, reads its video once and keeps the readings, locks frames to rows.</summary>
/// <param name="terminal">Where remarks and progress are shown.</param>
/// <param name="force">Whether to go on where log and video are said not to belong together.</param>
internal sealed class RunOpener(Terminal terminal, bool force = false)
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
        var library = new RunLibrary(selection.Paths);
        var choice = new RunChooser(library, new VideoProbe(TimeProvider.System), terminal.CanAsk ? Ask : null).Choose(
            new RunRequest(selection.Paths, selection.Log, selection.Video, selection.Evaluation, videoNeeded));
        var trace = choice.Trace;
        foreach (var remark in choice.Remarks.Concat(trace.Remarks)) terminal.Remark(remark);
        var log = OpenLog(choice.Files, trace, mayLackVideo: !videoNeeded && selection.Video is null);
        var others = library.Runs.Where(run => run.Number != choice.Files.Number).Select(run => run.Unread()).ToArray();
        return log with { ChosenNumber = choice.IsOneOfSeveral ? choice.Files.Number : null, Others = others };
    }

    /// <summary>Takes a log that has been read with what belongs to it.</summary>
    /// <param name="found">Where it lies.</param>
    /// <param name="trace">The log.</param>
    /// <param name="mayLackVideo">Whether a video that can't be taken out of its archive is left out.</param>
    /// <exception cref="RunException">What belongs to it can't be read.</exception>
    public OpenedLog OpenLog(EvaluationFiles found, SimTrace trace, bool mayLackVideo = false)
    {
        var files = found with { VideoPath = found.VideoPath is { } video ? LocalVideo(video, mayLackVideo) : null };
        var metrics = files.MetricsPath is { } path ? EvaluationMetrics.Read(path) : null;
        return new OpenedLog(files, trace, metrics, new ActionSpaceSource(terminal).Of(files, trace));
    }

    /// <summary>Locks an opened log to its video, which it must have; what is read of the video is kept, and put into the log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="keepLog">Leave the log's file as it is.</param>
    /// <param name="rescan">Read the video again, and write the log's speed column again.</param>
    /// <param name="cancellation">Ctrl-C; nothing half-written is left.</param>
    /// <exception cref="RunException">The video can't be read, or is another run's.</exception>
    public OpenedRun Lock(OpenedLog log, bool keepLog, bool rescan, CancellationToken cancellation)
    {
        var cache = new ScanCache(log.Files.VideoPath!, terminal);
        return rescan ? Keep(ScanAndLock(log, cancellation), log, cache, keepLog, rescan)
            : TryLockKept(log, cache, keepLog) ?? Keep(ScanAndLock(log, cancellation), log, cache, keepLog, rescan);
    }

    /// <summary>Locks an opened log to what was kept of its video; null where nothing was.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cache">Where readings are kept.</param>
    /// <param name="keepLog">Leave the log's file as it is.</param>
    /// <exception cref="RunException">The video can't be read, or is another run's.</exception>
    public OpenedRun? TryLockKept(OpenedLog log, ScanCache cache, bool keepLog)
    {
        if (cache.Find() is not { } kept) return null;
        var run = Lock(log, kept);
        cache.KeepRows(run.Evaluation.Timeline);
        return WithSpeeds(run, log, keepLog, rescan: false);
    }

    /// <summary>Keeps what has been read of a video, and puts it into the log.</summary>
    /// <param name="run">The run, read and locked.</param>
    /// <param name="log">Its log.</param>
    /// <param name="cache">Where readings are kept; made before the video was read.</param>
    /// <param name="keepLog">Leave the log's file as it is.</param>
    /// <param name="rescan">Write the log's speed column even where it has one.</param>
    public OpenedRun Keep(OpenedRun run, OpenedLog log, ScanCache cache, bool keepLog, bool rescan)
    {
        cache.Keep(run.Evaluation.Timeline);
        return WithSpeeds(run, log, keepLog, rescan);
    }

    /// <summary>A run of whose video nothing has been read yet; null where the video does not tell how long it is.</summary>
    /// <exception cref="RunException">The video can't be read.</exception>
    public static OpenedRun? Unread(OpenedLog log)
    {
        using var video = VideoFile.Open(log.Files.VideoPath!);
        return video.FrameCount > 1 && video.Fps > 0 ? Beginning(log, Timeline.Unread(log.Trace, video.FrameCount, video.Fps)) : null;
    }

    /// <summary>A run as far as its video has been read; null where that does not tell yet which rows are in the frames.</summary>
    /// <param name="log">The log.</param>
    /// <param name="soFar">What the first frames say.</param>
    /// <param name="frameCount">Frames of the video.</param>
    public static OpenedRun? BeginningOf(OpenedLog log, HudScan soFar, int frameCount)
    {
        var locked = EvaluationLock.Of(log.Trace, log.Metrics, soFar);
        return locked.SureFrames == 0 ? null
            : Beginning(log, locked.Timeline.BeginningOf(locked.SureFrames, Math.Max(frameCount, locked.SureFrames)));
    }

    /// <summary>Reads an opened log's video, which it must have, and locks the log to it; writes nothing.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="RunException">The video can't be read, or is another run's.</exception>
    public OpenedRun ScanAndLock(OpenedLog log, CancellationToken cancellation)
    {
        var scan = terminal.WithProgress(
            "Reading the HUD", "frames", progress => HudScanner.Scan(log.Files.VideoPath!, progress, cancellation));
        return Lock(log, scan) with { ReadNow = scan };
    }

    /// <summary>Locks an opened log to what its video's HUD says; writes nothing.</summary>
    /// <param name="log">The log.</param>
    /// <param name="scan">What the HUD says.</param>
    /// <exception cref="RunException">The video is another run's.</exception>
    public OpenedRun Lock(OpenedLog log, HudScan scan)
    {
        foreach (var note in scan.Notes) terminal.Remark(note);
        var locked = EvaluationLock.Of(log.Trace, log.Metrics, scan);
        if (locked.Mismatch is { } wrong && !force) throw new RunException($"{wrong}{log.OwnerOf(scan)} (--force goes on all the same.)");
        if (locked.Mismatch is { } said) terminal.Remark($"{said} Going on, as --force says.");
        foreach (var remark in locked.Remarks) terminal.Remark(remark);
        var evaluation = new Evaluation(locked.Timeline, log.ActionSpace) { Laps = new LapComparisons(TimesOf(log, locked.Timeline)) };
        return new OpenedRun(log.Files, evaluation, locked, ReadNow: null, SpeedColumn: null);
    }

    /// <summary>The official times of an opened log's laps; says where they had to be estimated.</summary>
    /// <param name="log">The log.</param>
    /// <param name="timeline">The log locked to its video; null without a video.</param>
    public LapTimes TimesOf(OpenedLog log, Timeline? timeline)
    {
        var times = new LapTimes(OfficialTimes.Of(log.Trace, log.Metrics, timeline));
        if (times.Source == LapStartSource.Estimated)
            terminal.Remark("Lap times are estimated, up to 0.05 s off: neither metrics nor the video's clock tell when each lap started.");
        return times;
    }

    private static OpenedRun Beginning(OpenedLog log, Timeline timeline)
    {
        var evaluation = new Evaluation(timeline, log.ActionSpace)
        {
            Laps = new LapComparisons(new LapTimes(OfficialTimes.Of(log.Trace, log.Metrics, timeline))),
        };
        var locked = new LockResult(timeline, FramesLocked: 0, SpeedConfirmed: 0, MeanLagFrames: 0, Remarks: [], Mismatch: null);
        return new OpenedRun(log.Files, evaluation, locked, ReadNow: null, SpeedColumn: null);
    }

    // Where frames are aligned by time alone nobody knows which row's speed is in the picture.
    private OpenedRun WithSpeeds(OpenedRun run, OpenedLog log, bool keepLog, bool rescan) =>
        keepLog || !log.Files.IsLogWritable || !log.Trace.IsTable || run.Evaluation.Timeline.Sync == SyncMode.Time
            ? run
            : run with { SpeedColumn = WriteSpeeds(log.Files.LogPath, run.Evaluation.Timeline, rescan) };

    private FoundRun Ask(IReadOnlyList<FoundRun> runs) => terminal.Ask(
        "Which run?",
        runs,
        run => runs.Count(other => other.Description == run.Description) > 1 ? $"{run.Description}, {run.Title}" : run.Description);

    private string? LocalVideo(string video, bool mayLack)
    {
        try
        {
            return UserCache.LocalFile(
                video, copy => terminal.Remark($"{video}: copied to {copy}, for a video can't be played within an archive."));
        }
        catch (RunException error) when (mayLack)
        {
            terminal.Remark($"{error.Message} The video in it is left out.");
            return null;
        }
    }

    private SpeedColumnOutcome? WriteSpeeds(string log, Timeline timeline, bool replace)
    {
        try
        {
            string?[] speeds = [.. Enumerable.Range(0, timeline.Trace.Rows.Length).Select(row => SpeedText(timeline, row))];
            var outcome = SpeedColumn.Write(log, speeds, replace);
            if (outcome is SpeedColumnOutcome.Written or SpeedColumnOutcome.Replaced)
            {
                var untouched = Path.GetFileName(SpeedColumn.UntouchedCopyOf(log));
                var unread = speeds.Count(speed => speed is null);
                var but = unread == 0 ? "" : $", but for {unread} of {speeds.Length} rows, whose speed the video does not tell";
                terminal.Remark($"Real speeds added to {log}{but}; the untouched copy is {untouched}; --keep-log leaves the log alone.");
            }

            return outcome;
        }
        catch (RunException error)
        {
            terminal.Remark(error.Message);
            return null;
        }
    }

    private static string? SpeedText(Timeline timeline, int row) =>
        timeline.ReadingOf(row)?.SpeedMetresPerSecond?.ToString("0.00", CultureInfo.InvariantCulture);
}
