using Analyzer.Laps;
using Analyzer.Overlays.Composition;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// Plays a run in a window: keys, mouse and time change the state, the state is shown, and written while a recording runs.
/// </summary>
internal sealed class Player(
    IWindow window, VideoFrames frames, FrameComposer composer, ScreenComposer screen, Landmarks landmarks, OutputFiles files,
    TimeProvider time, Func<RewardState>? rewardsNow = null, Action<string>? sayWritten = null)
{
    private const int IdleMilliseconds = 20;

    /// <summary>Frames a second above which playing needs both of a small machine's processors.</summary>
    private const int MaxFpsForProxy = 40;

    private static readonly TimeSpan HoverTimeout = TimeSpan.FromSeconds(3);

    private readonly FramePacer pace = new(time);
    private readonly MouseMap mouse = new(composer.Layout, composer.Scale, landmarks);
    private IVideoSink? recording;
    private string? pendingKey;
    private long lastMouse;

    /// <summary>Plays until the user quits, closes the window or interrupts; a recording is finished first.</summary>
    /// <param name="state">Where to begin.</param>
    /// <param name="quitAtEnd">Quit by itself after the last frame.</param>
    /// <param name="interrupt">Ctrl-C.</param>
    public void Run(PlayerState state, bool quitAtEnd, CancellationToken interrupt)
    {
        try
        {
            Show(state, state);
            pace.Restart(state.Overlays.FramesPerSecond);
            while (!state.Quit)
            {
                if (!state.Recording && (!state.Playing || state.Overlays.FramesPerSecond <= MaxFpsForProxy)) _ = frames.PrepareSeeking();
                var next = Advance(state, interrupt);
                if (quitAtEnd && next.Ended) next = next with { Quit = true };
                state = next.Quit || (next == state && !composer.HasNews) ? next : Show(next, state);
            }
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

        if (rewardsNow?.Invoke() is { } rewards && rewards != next.Overlays.Rewards)
            next = next with { Overlays = next.Overlays with { Rewards = rewards } };
        if (next.Playing) next = next.Advanced(pace.FramesDue(mayDrop: !next.Recording), landmarks);
        var shown = next.Playing ? pace.ShownFramesPerSecond : null;
        return shown == next.Overlays.FramesPerSecondShown
            ? next
            : next with { Overlays = next.Overlays with { FramesPerSecondShown = shown } };
    }

    /// <summary>
    /// The state after a key and after all its repetitions that are waiting already: a key held down must not go on when let go.
    /// </summary>
    private PlayerState ApplyKeys(PlayerState state, int wait)
    {
        var key = pendingKey ?? window.WaitKey(wait);
        var next = state;
        for (pendingKey = key; key is not null && pendingKey == key;)
        {
            next = KeyMap.Apply(key, next, landmarks);
            var mustBeShown = next.Quit || next.Recording != state.Recording || next.ScreenshotRequests != state.ScreenshotRequests;
            pendingKey = mustBeShown ? null : window.WaitKey(1);
        }

        return next;
    }

    /// <summary>The state after what the mouse did. A mouse that has left the window tells nothing any more: then it is asked.</summary>
    private PlayerState ApplyMouse(PlayerState state)
    {
        while (window.TakeMouse(out var input))
        {
            lastMouse = time.GetTimestamp();
            state = mouse.Apply(input, state);
        }

        if (state.Hover is null && !state.Dragging) return state;
        if (window.FollowMouse(out var now)) return mouse.Apply(now, state);
        return state.Dragging || time.GetElapsedTime(lastMouse) < HoverTimeout ? state : state with { Hover = null };
    }

    private PlayerState Show(PlayerState state, PlayerState before)
    {
        var picture = composer.Compose(frames, state.Frame, state.Overlays);
        if (state.Recording || before.Recording) state = Record(picture, state, before);
        if (state.ScreenshotRequests != before.ScreenshotRequests) state = Save(picture, state);
        window.FullScreen = state.FullScreen;
        screen.Draw(picture, state);
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
            return state with { Recording = false, Notice = error.Message };
        }
    }

    private PlayerState Save(Mat picture, PlayerState state)
    {
        try
        {
            var path = files.SaveScreenshot(picture);
            sayWritten?.Invoke(path);
            return state with { Notice = $"Saved {Path.GetFileName(path)}" };
        }
        catch (RunException error)
        {
            return state with { Notice = error.Message };
        }
    }

    private string? FinishRecording()
    {
        if (recording is null) return null;
        using var finished = recording;
        recording = null;
        finished.Finish();
        sayWritten?.Invoke(finished.Path);
        return finished.Path;
    }
}
