using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Analyzer.Laps;
using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Sessions;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Commands;

/// <summary><c>analyzer play</c>: the video with the log drawn on it, in a window.</summary>
internal sealed class PlayCommand
{
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly RunOptions run = new();
    private readonly RewardOptions rewards = new();
    private readonly AgainstOption against = new();
    private readonly CompareOption compare = new();
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
        compare.AddTo(command);
        command.Options.Add(size);
        command.Options.Add(framesPerSecond);
        command.Options.Add(start);
        place.AddTo(command, start);
        command.Options.Add(quitAtEnd);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var request = new SessionRequest(run.Read(line)) { Rewards = rewards.Read(line), Against = against.Read(line) };
        var session = Session.Open(request, terminal, cancellation);
        var timeline = session.Run.Evaluation.Timeline;
        var last = timeline.FrameCount - 1;
        var first = place.Read(line) is { } at ? PlaceFinder.FrameOf(session, at) : line.GetValue(start) ?? 0;
        if (first > last) throw new RunException($"--start {first}: the video's frames are 0 to {last}.");
        var files = new OutputFiles(request.Run.Model, timeline.FramesPerSecond, time);
        using var pipeline = session.OpenFrames(line.GetValue(size), forJumps: true);
        if (!Display.IsThere())
        {
            terminal.Remark("There is no display to open a window on: the run is rendered to a video instead.");
            var written = new VideoRendering(terminal).Render(
                pipeline, timeline, compare.Apply(line, session.Settings), files.Name(".mp4"), first, last, cancellation);
            terminal.Remark($"Written: {written}");
            return ExitCodes.Done;
        }

        if (!VideoSinks.WritesH264) terminal.Remark(VideoSinks.WithoutFfmpeg);
        var state = new PlayerState { Frame = first, Overlays = compare.Apply(line, session.Settings) };
        if (line.GetValue(framesPerSecond) is { } rate) state = state.With(it => it with { FramesPerSecond = rate });
        Play(session, pipeline, files, state, line.GetValue(quitAtEnd), cancellation);
        return ExitCodes.Done;
    }

    private void Play(
        Session session, FramePipeline pipeline, OutputFiles files, PlayerState state, bool quitsAtEnd, CancellationToken cancellation)
    {
        var name = Path.GetFileName(Path.GetFullPath(session.Model).TrimEnd('/'));
        terminal.Remark(RunSummary.Of(name, session.Run));
        using var window = new HighGuiWindow($"DeepRacer analyzer - {name}");
        var screen = new ScreenComposer(session.Run.Evaluation, pipeline.Composer);
        using var watcher = session.Rewards.Watch(time);
        var landmarks = new Landmarks(session.Run.Evaluation.Timeline)
        {
            Comparisons = session.Laps.Offered,
            Sections = session.Run.Evaluation.Sections,
        };
        var player = new Player(
            window, pipeline.Frames, pipeline.Composer, screen, landmarks, files, time, () => watcher.State,
            path => terminal.Remark($"Written: {path}"));
        player.Run(state, quitsAtEnd, cancellation);
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
