using Analyzer.Logs;
using Analyzer.Overlays;

namespace Analyzer.Playback;

/// <summary>Plays a run in a window: keys and time change the state, the state is shown, and written while a recording runs.</summary>
public sealed class Player(
    IWindow window, VideoFrames frames, FrameComposer composer, ScreenComposer screen, Landmarks landmarks, OutputFiles files,
    TimeProvider time)
{
    private const int IdleMilliseconds = 20;

    private readonly Pace pace = new(time);
    private IVideoSink? recording;

    /// <summary>Plays until the user quits, closes the window or interrupts; a recording is finished first.</summary>
    /// <param name="state">Where to begin.</param>
    /// <param name="quitAtEnd">Quit by itself after the last frame.</param>
    /// <param name="interrupt">Ctrl-C.</param>
    public void Run(PlayerState state, bool quitAtEnd, CancellationToken interrupt)
    {
        try
        {
            pace.Restart(state.Overlays.FramesPerSecond);
            Show(state, new PlayerState { Frame = -1 });
            while (!state.Quit)
            {
                var next = Next(state, interrupt);
                if (quitAtEnd && next.Ended) next = next with { Quit = true };
                if (!next.Quit) next = Effects(state, next);
                state = next;
            }
        }
        finally
        {
            FinishRecording();
        }
    }

    private PlayerState Next(PlayerState state, CancellationToken interrupt)
    {
        var wait = state.Playing ? Math.Clamp((int)pace.MillisecondsToNext, 1, IdleMilliseconds) : IdleMilliseconds;
        var key = window.WaitKey(wait);
        if (window.Closed || interrupt.IsCancellationRequested) return state with { Quit = true };
        var next = key is null ? state : KeyMap.Apply(key, state, landmarks);
        if (next.Playing != state.Playing || next.Frame != state.Frame || next.Overlays.FramesPerSecond != state.Overlays.FramesPerSecond)
        {
            pace.Restart(next.Overlays.FramesPerSecond);
        }

        if (next.Playing) next = next.Advanced(pace.Due(mayDrop: !next.Recording), landmarks);
        var shown = next.Playing ? pace.ShownFramesPerSecond : null;
        return shown == next.Overlays.FramesPerSecondShown ? next : next.With(it => it with { FramesPerSecondShown = shown });
    }

    private PlayerState Effects(PlayerState before, PlayerState state)
    {
        if (state == before) return state;
        try
        {
            if (state.Recording && recording is null) recording = files.StartRecording(composer.Size);
            if (!state.Recording && FinishRecording() is { } file) state = state with { Notice = $"Saved {Path.GetFileName(file)}" };
            return Show(state, before);
        }
        catch (RunException failed) when (recording is not null || state.Recording || state.PicturesAsked != before.PicturesAsked)
        {
            recording?.Dispose();
            recording = null;
            return Show(state with { Recording = false, Notice = failed.Message }, state);
        }
    }

    private PlayerState Show(PlayerState state, PlayerState before)
    {
        var picture = composer.Compose(frames.Get(state.Frame), state.Frame, state.Overlays);
        if (state.Recording && (state.Frame != before.Frame || !before.Recording)) recording?.Write(picture);
        if (state.PicturesAsked != before.PicturesAsked)
        {
            state = state with { Notice = $"Saved {Path.GetFileName(files.SavePicture(picture))}" };
        }

        window.Show(screen.Compose(picture, state));
        return state;
    }

    private string? FinishRecording()
    {
        if (recording is null) return null;
        using var finished = recording;
        recording = null;
        finished.Finish();
        return finished.Path;
    }
}
