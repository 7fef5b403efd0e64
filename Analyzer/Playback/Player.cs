using Analyzer.Platform;
using Analyzer.Playback.Window;
using Analyzer.Video;
using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// Plays a run in a window: keys, mouse and time change the state, the state is shown, and written while a recording runs.
/// </summary>
internal sealed class Player(
    IWindow window, VideoFrames frames, IPlayedRun run, OutputFiles files, TimeProvider time, Action<string>? say = null,
    Action? onFirstPicture = null)
{
    private const int IdleMilliseconds = 20;

    /// <summary>Frames a second above which playing needs both of a small machine's processors.</summary>
    private const int MaxFpsForProxy = 40;

    private static readonly TimeSpan HoverTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(5);

    private readonly FramePacer pace = new(time);
    private RunView view = run.ViewAt(0, forFile: false);
    private IVideoSink? recording;
    private string? pendingKey;
    private bool isShown;
    private long lastMouse;
    private (string? Text, long Since) notice;

    /// <summary>Plays until the user quits, closes the window or interrupts; a recording is finished first.</summary>
    /// <param name="state">Where to begin.</param>
    /// <param name="quitAtEnd">Quit by itself after the last frame.</param>
    /// <param name="interrupt">Ctrl-C.</param>
    /// <returns>The state at the end.</returns>
    public PlayerState Run(PlayerState state, bool quitAtEnd, CancellationToken interrupt)
    {
        bool IsOutdated() => (pendingKey ??= NewKey()) is not null || window.Closed || interrupt.IsCancellationRequested;
        Func<bool> isOutdated = IsOutdated;
        try
        {
            state = Show(Known(state, forFile: false), state, () => interrupt.IsCancellationRequested);
            pace.Restart(state.Overlays.FramesPerSecond);
            while (!state.Quit)
            {
                var next = Advance(state, interrupt);
                onFirstPicture?.Invoke();
                onFirstPicture = null;
                // Not before: what it starts would delay the first picture.
                if (!state.Recording && (!state.Playing || state.Overlays.FramesPerSecond <= MaxFpsForProxy)) _ = frames.PrepareSeeking();
                if (quitAtEnd && next.Ended) next = next with { Quit = true };
                state = next.Quit || (isShown && next == state && !view.Composer.HasNews) ? next : Show(next, state, isOutdated);
            }

            return state;
        }
        finally
        {
            FinishRecording();
        }
    }

    private PlayerState Advance(PlayerState state, CancellationToken interrupt)
    {
        var wait = state.Playing ? Math.Clamp((int)pace.MillisecondsToNext, 1, IdleMilliseconds) : IdleMilliseconds;
        var next = ApplyKeys(state, wait);
        if (window.Closed || interrupt.IsCancellationRequested) return state with { Quit = true };
        next = ApplyMouse(next);
        if (next.Playing != state.Playing || next.Frame != state.Frame) pace.Restart(next.Overlays.FramesPerSecond);
        else if (next.Overlays.FramesPerSecond != state.Overlays.FramesPerSecond) pace.Change(next.Overlays.FramesPerSecond);

        if (next.Playing) next = next.Advanced(pace.FramesDue(mayDrop: !next.Recording), view.Landmarks);
        // While the run plays, its next picture comes without it.
        if (IsNoticeOld(next) && (!next.Playing || next.Frame != state.Frame)) next = next with { Notice = null };
        next = Known(next, next.Recording || next.ScreenshotRequests != state.ScreenshotRequests);
        var shown = next.Playing ? pace.ShownFramesPerSecond : null;
        return shown == next.Overlays.FramesPerSecondShown
            ? next
            : next with { Overlays = next.Overlays with { FramesPerSecondShown = shown } };
    }

    private bool IsNoticeOld(PlayerState state)
    {
        if (!ReferenceEquals(state.Notice, notice.Text)) notice = (state.Notice, time.GetTimestamp());
        return notice.Text is not null && time.GetElapsedTime(notice.Since) >= NoticeTime;
    }

    /// <summary>The state with what is known of the run by now.</summary>
    private PlayerState Known(PlayerState state, bool forFile)
    {
        var before = view;
        view = run.ViewAt(state.Frame, forFile);
        var (percent, rewards) = (run.ReadingPercent, run.Rewards ?? state.Overlays.Rewards);
        if (view == before && percent == state.Overlays.ReadingPercent && rewards == state.Overlays.Rewards) return state;
        return state.At(state.Frame, view.Landmarks) with
        {
            Ended = state.Ended,
            Overlays = state.Overlays with { ReadingPercent = percent, Rewards = rewards },
            Updates = view == before ? state.Updates : state.Updates + 1,
        };
    }

    /// <summary>
    /// The state after all keys that wait: of several jumps only the last one's picture is fetched, and quitting waits for none. What goes
    /// into a file is shown first, and while a recording runs each key's picture, but for the same key's. A held key's repetitions that
    /// are waiting are dropped: it must not go on when let go.
    /// </summary>
    private PlayerState ApplyKeys(PlayerState state, int wait)
    {
        var first = pendingKey ?? window.WaitKey(wait);
        var next = state;
        if (first is not null) notice = default;
        for (pendingKey = first; pendingKey is { } key && (key == first || !state.Recording);)
        {
            next = KeyMap.Apply(key, next, view.Landmarks);
            var mustBeShown = next.Quit || next.Recording != state.Recording || next.ScreenshotRequests != state.ScreenshotRequests;
            do pendingKey = mustBeShown ? null : window.WaitKey(1);
            while (pendingKey is not null && window.IsKeyRepeated);
        }

        return next;
    }

    /// <summary>A key pressed while a picture is being fetched: that need not be waited for any more.</summary>
    private string? NewKey() => window.PollKey() is { } key && !window.IsKeyRepeated ? key : null;

    /// <summary>The state after what the mouse did. A mouse that has left the window tells nothing any more: then it is asked.</summary>
    private PlayerState ApplyMouse(PlayerState state)
    {
        while (window.TakeMouse(out var input))
        {
            lastMouse = time.GetTimestamp();
            state = view.Mouse.Apply(input, state);
        }

        if (state.Hover is null && !state.Dragging) return state;
        if (window.FollowMouse(out var now)) return view.Mouse.Apply(now, state);
        return state.Dragging || time.GetElapsedTime(lastMouse) < HoverTimeout ? state : state with { Hover = null };
    }

    private PlayerState Show(PlayerState state, PlayerState before, Func<bool> isOutdated)
    {
        var (isRecorded, isSaved) = (state.Recording || before.Recording, state.ScreenshotRequests != before.ScreenshotRequests);
        isShown = isRecorded || isSaved || frames.Await(state.Frame, isOutdated);
        if (!isShown) return state;
        var picture = view.Composer.Compose(frames, state.Frame, state.Overlays);
        if (isRecorded) state = Record(picture, state, before);
        if (isSaved) state = Save(picture, state);
        window.FullScreen = state.FullScreen;
        view.Screen.Draw(picture, state);
        window.Show(picture);
        return state;
    }

    private PlayerState Record(Mat picture, PlayerState state, PlayerState before)
    {
        try
        {
            if (!state.Recording) return state with { Notice = $"Saved {Path.GetFileName(FinishRecording())}" };
            recording ??= files.StartRecording(picture.Size());
            if (state.Frame != before.Frame || !before.Recording) recording.Write(picture);
            return state;
        }
        catch (RunException error)
        {
            recording?.Dispose();
            recording = null;
            say?.Invoke(error.Message);
            return state with { Recording = false, Notice = error.Message };
        }
    }

    private PlayerState Save(Mat picture, PlayerState state)
    {
        try
        {
            var path = files.SaveScreenshot(picture);
            say?.Invoke($"Written: {path}");
            return state with { Notice = $"Saved {Path.GetFileName(path)}" };
        }
        catch (RunException error)
        {
            say?.Invoke(error.Message);
            return state with { Notice = error.Message };
        }
    }

    private string? FinishRecording()
    {
        if (recording is null) return null;
        using var finished = recording;
        recording = null;
        finished.Finish();
        say?.Invoke($"Written: {finished.Path}");
        return finished.Path;
    }
}
