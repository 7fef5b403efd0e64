using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Analyzer.Commands.Options;
using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Playback.Window;
using Analyzer.Sessions;
using Analyzer.Sessions.Rendering;
using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Commands;

/// <summary><c>analyzer play</c>: the video with the log drawn on it, in a window.</summary>
internal sealed class PlayCommand
{
    /// <summary>What <c>--verbose</c> says once the first picture is in the window, before the seconds since the program's start.</summary>
    public const string FirstPictureSentence = "First picture after";

    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly RunOptions run = new();
    private readonly RewardOptions rewards = new();
    private readonly AgainstOption against = new();
    private readonly ViewOptions view = new();
    private readonly Option<Size?> size = new("--size")
    {
        Description = "The largest picture, WxH in pixels [default: 1280x720].",
        HelpName = "WxH",
        CustomParser = ParseSize,
    };

    private readonly Option<int?> framesPerSecond = WholeNumberOption.Of(
        "--fps", "Frames a second to begin with, 1 to 100 [default: 15].", "N",
        PlayerState.MinFramesPerSecond, PlayerState.MaxFramesPerSecond);

    private readonly Option<int?> start = WholeNumberOption.Of("--start", "The frame to begin with [default: 0].", "FRAME", least: 0);
    private readonly PlaceOption place = new();
    private readonly Option<bool> quitAtEnd = new("--quit-at-end") { Description = "Quit by itself after the last frame." };

    /// <summary>Prepares the command.</summary>
    public PlayCommand(Terminal terminal, TimeProvider time) => (this.terminal, this.time) = (terminal, time);

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command(CommandRunner.DefaultCommand, "Play the video with the log drawn on it (also when no command is named).");
        run.AddTo(command, writesLog: true);
        rewards.AddTo(command);
        against.AddTo(command);
        view.AddTo(command);
        command.Options.Add(size);
        command.Options.Add(framesPerSecond);
        command.Options.Add(start);
        place.AddTo(command);
        command.Options.Add(quitAtEnd);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var request = new SessionRequest(run.Read(line)) { Rewards = rewards.Read(line), Against = against.Read(line) };
        var at = place.Read(line);
        var isForReadFrames = view.NeedsReadFrames(line) || at is not (null or { Kind: PlaceKind.Frame });
        _ = FirstUse.Begin();
        var display = new Lazy<bool>(Display.IsThere);
        var (session, unread) = Session.OpenAtOnce(
            request, terminal, isWatched: () => !isForReadFrames && display.Value, cancellation);
        var timeline = session.Run.Evaluation.Timeline;
        var last = timeline.FrameCount - 1;
        var settings = view.Apply(line, session);
        var first = at is null ? line.GetValue(start) ?? settings.Joined?.Frames[0] ?? 0 : PlaceFinder.FrameOf(session, at);
        if (first > last) throw new RunException($"--start {first}: the video's frames are 0 to {last}.");
        var files = new OutputFiles(request.Run.Model, timeline.FramesPerSecond, time);
        var state = new PlayerState { Frame = first, Overlays = settings };
        if (!display.Value)
        {
            TellOfNoDisplay(line);
            return Render(session, state, line.GetValue(size), files, cancellation);
        }

        if (!VideoSinks.WritesH264) terminal.Remark(VideoSinks.WithoutFfmpeg);
        if (line.GetValue(framesPerSecond) is { } rate) state = state.With(it => it with { FramesPerSecond = rate });
        Play(session, unread, line.GetValue(size), files, state, line.GetValue(quitAtEnd), cancellation);
        return ExitCodes.Done;
    }

    private void TellOfNoDisplay(ParseResult line)
    {
        terminal.Remark("There is no display to open a window on: the run is rendered to a video instead.");
        (bool IsGiven, Option Option, string Why)[] idle =
        [
            (line.GetValue(framesPerSecond) is not null, framesPerSecond, "the video has its own rate"),
            (line.GetValue(quitAtEnd), quitAtEnd, "there is no window to close"),
        ];
        foreach (var (_, option, why) in idle.Where(it => it.IsGiven)) terminal.Remark($"{option.Name} changes nothing here: {why}.");
    }

    // What playing would show, each frame once.
    private int Render(Session session, PlayerState from, Size? box, OutputFiles files, CancellationToken cancellation)
    {
        using var pipeline = session.OpenFrames(box, forSeeking: false);
        var timeline = session.Run.Evaluation.Timeline;
        var landmarks = new Landmarks(timeline);
        var frames = new List<int>();
        for (var state = from; !state.Ended; state = state.Advanced(1, landmarks)) frames.Add(state.Frame);
        var written = new VideoRendering(terminal).Render(
            pipeline, timeline, from.Overlays, files.Name(".mp4"), frames, cancellation);
        terminal.Remark($"Written: {written}");
        return ExitCodes.Done;
    }

    private void Play(
        Session session, UnreadVideo? unread, Size? box, OutputFiles files, PlayerState state, bool quitsAtEnd,
        CancellationToken cancellation)
    {
        var name = Path.GetFileName(Path.GetFullPath(session.Model).TrimEnd('/'));
        void Tell(Session whole) => terminal.Remark(RunSummary.Of(name, whole.Run));
        if (unread is null) Tell(session);
        using var run = new PlayedRun(session, unread, box, state.Frame, Tell, time);
        PlayerState end;
        using (var window = new HighGuiWindow($"DeepRacer analyzer - {ControlCharacters.Escape(name)}"))
        {
            var player = new Player(window, run.Frames, run, files, time, terminal.Remark, onFirstPicture: () =>
            {
                terminal.Detail(FirstPicture());
                run.ReadOn();
            });
            end = player.Run(state, quitsAtEnd, cancellation);
        }

        if (!run.Finish(waits: quitsAtEnd && end.Ended, cancellation) && !cancellation.IsCancellationRequested)
            terminal.Remark("The video was not read to its end, so nothing of it is kept; the next start reads it again.");
        if (DisplayConnection.IsLost)
            throw new RunException("The display that the window was on is gone; play on another one, or use render, which needs none.");
    }

    private string FirstPicture()
    {
        using var process = Process.GetCurrentProcess();
        var passed = time.GetLocalNow() - process.StartTime;
        return FormattableString.Invariant($"{FirstPictureSentence} {passed.TotalSeconds:0.000} s");
    }

    private static Size? ParseSize(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var parts = word.Split('x', 'X');
        if (parts.Length == 2 && Length(parts[0], 160, 7680) is { } width && Length(parts[1], 120, 4320) is { } height)
            return new Size(width, height);

        result.AddError($"--size {word}: expected width x height in pixels, 160x120 to 7680x4320, such as 1280x720.");
        return null;
    }

    private static int? Length(string word, int least, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= least && length <= most
            ? length
            : null;
}
