using Analyzer.Hud.Layout;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Rewards;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Sessions;

/// <summary>
/// A run that is played while its video is still being read: a thread reads ahead and prepares what to show the run with, each time that
/// more of it is known; the player takes that up between two pictures.
/// </summary>
internal sealed class PlayedRun : IPlayedRun, IDisposable
{
    private static readonly TimeSpan FinishTimeout = TimeSpan.FromSeconds(2);

    private readonly ProxyVideo proxy;
    private readonly PictureLayout layout;
    private readonly UnreadVideo? unread;
    private readonly Action<Session> onRead;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource closing = new();
    private readonly Lazy<Task<bool>> reading;
    private Known current;
    private Known? next;
    private volatile int percent;
    private volatile int playhead;
    private volatile bool isPrepared;

    /// <summary>Opens the video; it is read from the first picture on, where that is to be done.</summary>
    /// <param name="session">The run, as far as it is known.</param>
    /// <param name="unread">What is still to be read of it; null for nothing.</param>
    /// <param name="box">The size that the picture must fit into, or null for 1280x720.</param>
    /// <param name="start">The frame that is shown first.</param>
    /// <param name="onRead">Told the run once all of it is known, on another thread.</param>
    /// <param name="time">The clock.</param>
    public PlayedRun(Session session, UnreadVideo? unread, Size? box, int start, Action<Session> onRead, TimeProvider time)
    {
        (this.unread, this.onRead, this.time, playhead, isPrepared) = (unread, onRead, time, start, unread is null);
        proxy = session.Run.NewProxy();
        Frames = new VideoFrames(session.Run.VideoPath, proxy);
        Frames.Request(start);
        layout = PictureLayout.Inside(Frames.Size, box ?? PictureLayout.DefaultBox);
        current = new Known(this, session, smallMap: null);
        reading = new Lazy<Task<bool>>(() => BackgroundWork.Run("reading", () => Read(session)));
    }

    /// <summary>The video's frames.</summary>
    public VideoFrames Frames { get; }

    /// <inheritdoc/>
    public int? ReadingPercent => isPrepared && Volatile.Read(ref next) is null ? null : percent;

    /// <inheritdoc/>
    public RewardState? Rewards => current.Watcher.State;

    /// <inheritdoc/>
    public RunView ViewAt(int frame, bool forFile)
    {
        if (forFile && unread is null) Task.WaitAny(reading.Value);
        playhead = frame;
        if (reading is { IsValueCreated: true, Value: { IsFaulted: true } failed }) failed.GetAwaiter().GetResult();
        if (Interlocked.Exchange(ref next, null) is not { } more) return current.View;
        current.Dispose();
        current = more;
        return current.View;
    }

    /// <summary>To be called when the first picture is in the window: reading before would have delayed it.</summary>
    public void ReadOn() => _ = reading.Value;

    /// <summary>To be called when the player has ended: what can be read soon is read to its end and kept, else nothing is.</summary>
    /// <param name="waits">Wait as long as it takes.</param>
    /// <param name="interrupt">Ctrl-C.</param>
    /// <returns>Whether all has been read.</returns>
    /// <exception cref="RunException">The run can't be analysed.</exception>
    public bool Finish(bool waits, CancellationToken interrupt)
    {
        if (unread is null) closing.Cancel();
        using (interrupt.Register(closing.Cancel))
        {
            if (Task.WaitAny([reading.Value], waits ? Timeout.InfiniteTimeSpan : FinishTimeout) < 0) closing.Cancel();
            Task.WaitAny([reading.Value], Timeout.Infinite, CancellationToken.None);
        }

        return !reading.Value.IsCanceled && reading.Value.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closing.Cancel();
        if (reading.IsValueCreated) Task.WaitAny(reading.Value);
        next?.Dispose();
        current.Dispose();
        Frames.Dispose();
        proxy.Dispose();
        closing.Dispose();
    }

    private bool Read(Session session)
    {
        var smallMap = BackgroundWork.Run("small map", () => SmallMapFinder.Find(session.Run.VideoPath, closing.Token));
        try
        {
            if (unread is null)
            {
                Show(session, smallMap);
                return true;
            }

            var run = unread.Read(
                grown => Show(session.With(grown, closing.Token), smallMap),
                new Percent(this),
                closing.Token,
                Frames.Jumping);
            var whole = session.With(run, CancellationToken.None);
            onRead(whole);
            Show(whole, smallMap);
            return isPrepared = true;
        }
        finally
        {
            Task.WaitAny(smallMap);
        }
    }

    private void Show(Session session, Task<Rect> smallMap)
    {
        Task.WaitAny(smallMap);
        if (closing.IsCancellationRequested) return;
        var known = new Known(this, session, smallMap.GetAwaiter().GetResult());
        known.WarmUp(Frames.Size, Math.Min(playhead, session.Run.Evaluation.Timeline.FrameCount - 1));
        Interlocked.Exchange(ref next, known)?.Dispose();
    }

    /// <summary>The run as it is known at one time, and what it is shown with.</summary>
    private sealed class Known : IDisposable
    {
        private readonly OverlaySettings settings;
        private readonly ComparedRuns compared;

        public Known(PlayedRun played, Session session, Rect? smallMap)
        {
            var evaluation = session.Run.Evaluation with
            {
                SmallMap = smallMap ?? SmallMapFinder.Usual,
                IsSmallMapSought = smallMap is null,
            };
            var landmarks = new Landmarks(evaluation.Timeline) { Comparisons = session.Laps.Offered, Sections = evaluation.Sections };
            compared = new ComparedRuns(evaluation, session.Run.VideoPath, played.proxy, session.Opener);
            var composer = new FrameComposer(evaluation, played.layout) { Open = compared.Open };
            View = new RunView(composer, new ScreenComposer(evaluation, composer), landmarks);
            Watcher = session.Rewards.Watch(played.time);
            settings = session.Settings;
        }

        public RunView View { get; }

        public RewardFileWatcher Watcher { get; }

        /// <summary>Draws a picture that nobody sees, so that the first one that is seen is drawn as fast as the others.</summary>
        public void WarmUp(Size size, int frame)
        {
            using var nothing = new Mat(size, MatType.CV_8UC3, Scalar.Black);
            var state = new PlayerState { Frame = frame, Overlays = settings };
            View.Screen.Draw(View.Composer.Compose(nothing, frame, settings), state);
        }

        public void Dispose()
        {
            Watcher.Dispose();
            View.Composer.Dispose();
            compared.Dispose();
        }
    }

    private sealed class Percent(PlayedRun played) : IProgress<Progress>
    {
        public void Report(Progress value) => played.percent = value.Total == 0 ? 0 : Math.Min(99, value.Done * 100 / value.Total);
    }
}
