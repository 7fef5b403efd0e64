using Analyzer.Laps;
using Analyzer.Logs.Sources;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Language;
using Analyzer.Sessions.Components;
using Analyzer.Sync;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Sessions;

/// <summary>A run made ready for a command: its log read, locked to its video, its laps compared, its rewards evaluated.</summary>
internal sealed class Session
{
    // Eleven minutes. To lock an hour, of 53,000 rows, takes half a second.
    private const int MaxRowsLockedAtOnce = 10_000;

    private readonly OpenedRun? run;

    private Session(string model, OpenedLog log, LapComparisons laps, OpenedRun? run, LoadedRewards rewards, RunOpener opener) =>
        (Model, Log, Laps, this.run, Rewards, Opener) = (model, log, laps, run, rewards, opener);

    /// <summary>The model folder, as the user named it.</summary>
    public string Model { get; }

    /// <summary>The log and where its files lie.</summary>
    public OpenedLog Log { get; }

    /// <summary>Its laps, and what they can be compared with.</summary>
    public LapComparisons Laps { get; }

    /// <summary>The log locked to its video. Only to be asked for where there is a video.</summary>
    public OpenedRun Run => run ?? throw new InvalidOperationException("This run has no video.");

    /// <summary>Frames and rows; null without a video.</summary>
    public Timeline? Timeline => run?.Evaluation.Timeline;

    /// <summary>The reward components.</summary>
    public LoadedRewards Rewards { get; }

    /// <summary>Opens the other run that laps are compared with.</summary>
    public RunOpener Opener { get; }

    /// <summary>What to draw to begin with.</summary>
    public OverlaySettings Settings => new() { Rewards = new RewardState(Rewards.Table), Comparison = Laps.First };

    /// <summary>Opens a run. Remarks go to the terminal, in the order of the work.</summary>
    /// <param name="request">What the command needs.</param>
    /// <param name="terminal">Where remarks and progress are shown.</param>
    /// <param name="cancellation">Ctrl-C; nothing half-written is left.</param>
    /// <exception cref="RunException">The run can't be analysed.</exception>
    /// <exception cref="ExpressionException">An expression has a mistake.</exception>
    public static Session Open(SessionRequest request, Terminal terminal, CancellationToken cancellation) =>
        Open(
            request,
            terminal,
            (opener, log) => request.KeepsReadings
                ? opener.Lock(log, request.Run.KeepLog, rescan: false, cancellation)
                : opener.ScanAndLock(log, cancellation),
            cancellation);

    /// <summary>
    /// Opens a run without reading its video: where no readings were kept, or the log is so long that locking it would be waited for,
    /// nothing is known of any frame yet.
    /// </summary>
    /// <param name="request">What the command needs.</param>
    /// <param name="terminal">Where remarks are shown.</param>
    /// <param name="isWatched">Asked once the log has been read: whether somebody waits for a picture, or all is to be read first.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>And the way to what is yet to be read; null where all is known.</returns>
    /// <exception cref="RunException">The run can't be analysed.</exception>
    /// <exception cref="ExpressionException">An expression has a mistake.</exception>
    public static (Session Session, UnreadVideo? Unread) OpenAtOnce(
        SessionRequest request, Terminal terminal, Func<bool> isWatched, CancellationToken cancellation)
    {
        UnreadVideo? unread = null;
        var session = Open(request, terminal, Unread, cancellation);
        return (session, unread);

        OpenedRun Unread(RunOpener opener, OpenedLog log)
        {
            if (!isWatched()) return opener.Lock(log, request.Run.KeepLog, rescan: false, cancellation);
            var cache = new ScanCache(log.Files.VideoPath!, terminal);
            var isLong = log.Trace.Rows.Length > MaxRowsLockedAtOnce;
            if (!isLong && opener.TryLockKept(log, cache, request.Run.KeepLog) is { } kept) return kept;
            if (RunOpener.Unread(log) is not { } run)
                return opener.Lock(log, request.Run.KeepLog, rescan: false, cancellation);
            unread = new UnreadVideo(opener, log, cache, request.Run.KeepLog, run.Evaluation.Timeline.FrameCount);
            return run;
        }
    }

    /// <summary>The same session, knowing more of its video.</summary>
    /// <param name="known">The run as it is known by now.</param>
    /// <param name="cancellation">Ends it.</param>
    public Session With(OpenedRun known, CancellationToken cancellation)
    {
        var timeline = known.Evaluation.Timeline;
        var laps = new LapComparisons(known.Evaluation.Laps.Times, Laps.Against);
        var track = Run.Evaluation.Track;
        var sections = timeline.IsBeingRead
            ? LapSections.None
            : ReportSource.SectionsOf(Log, laps.Times, timeline, track.Track);
        return new Session(Model, Log, laps, known.With(laps, sections, track), Rewards.With(timeline.Speeds(), cancellation), Opener);
    }

    private static Session Open(
        SessionRequest request, Terminal terminal, Func<RunOpener, OpenedLog, OpenedRun> lockVideo, CancellationToken cancellation)
    {
        var loader = new RewardLoader(request.Run.Model, request.Rewards, terminal);
        var opener = new RunOpener(terminal, request.Run.Force);
        var log = opener.OpenLog(request.Run, request.NeedsVideo);
        if (request.Output is { } output) OutputGuard.Refuse(output, log.Files, request.Rewards);
        PendingFile.ClearLeft(request.Run.Model);
        if (log.Files.VideoPath is { } video) PendingFile.ClearLeft(Path.GetDirectoryName(Path.GetFullPath(video))!);
        PendingFile.ClearLeft(Path.GetDirectoryName(Path.GetFullPath(log.Files.LogPath))!);
        var against = ReferenceRun.Find(log.Trace, request.Against, terminal);
        var track = loader.LoadTrack(log.Trace);
        var run = log.Files.VideoPath is null ? null : LockWhereNeeded();
        var laps = new LapComparisons(run?.Evaluation.Laps.Times ?? opener.TimesOf(log, timeline: null), against);
        var rewards = loader.Load(log.Trace, run?.Evaluation.Timeline, track, cancellation);
        // What needs no video draws no map either.
        if (!request.NeedsVideo) loader.RemarkUnused(rewards.Table, request.ShowsSections && log.Files.Kind != RunKind.Training);
        if (request.Run.Force && run is null) terminal.Remark("--force changes nothing here: there is no video to fit the log to.");
        var sections = run is null || run.Evaluation.Timeline.FramesRead == 0 ? LapSections.None
            : ReportSource.SectionsOf(log, laps.Times, run.Evaluation.Timeline, track.Track);
        return new Session(request.Run.Model, log, laps, run?.With(laps, sections, track), rewards, opener);

        // A video that nobody named and nothing needs may as well not be there.
        OpenedRun? LockWhereNeeded()
        {
            try
            {
                return lockVideo(opener, log);
            }
            catch (RunException error) when (!request.NeedsVideo && request.Run.Video is null && !VideoFile.CanOpen(log.Files.VideoPath!))
            {
                terminal.Remark($"{error.Message} It is left out.");
                log = log with { Files = log.Files with { VideoPath = null } };
                return null;
            }
        }
    }

    /// <summary>Opens the video's frames and what draws on them.</summary>
    /// <param name="box">The size that the picture must fit into, or null for 1280x720.</param>
    /// <param name="forSeeking">Whether frames will be asked for in any order, not only one after the other.</param>
    public FramePipeline OpenFrames(Size? box, bool forSeeking) => new(Run, box, forSeeking, Opener);
}
