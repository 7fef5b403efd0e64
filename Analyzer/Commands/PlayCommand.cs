using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Rewards;
using Analyzer.Sessions;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Commands;

/// <summary><c>analyzer play</c>: the video with the log drawn on it, in a window.</summary>
public sealed class PlayCommand
{
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly RunOptions run = new();
    private readonly RewardOptions rewards = new();
    private readonly AgainstOption against = new();
    private readonly Option<Size?> size = new("--size")
    {
        Description = "The largest picture, WxH in pixels [default: 1280x720].",
        HelpName = "WxH",
        CustomParser = ParseSize,
    };

    private readonly Option<int?> framesPerSecond = WholeNumberOption.Of(
        "--fps", "Frames a second to begin with, 1 to 100 [default: 15].", "N", PlayerState.MinFramesPerSecond, PlayerState
            .MaxFramesPerSecond);

    private readonly Option<int?> start = WholeNumberOption.Of("--start", "The frame to begin with [default: 0].", "FRAME", least: 0);
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
        command.Options.Add(size);
        command.Options.Add(framesPerSecond);
        command.Options.Add(start);
        command.Options.Add(quitAtEnd);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var selection = run.Read(line);
        var loader = new RewardLoader(selection.Model, rewards.Read(line), terminal);
        var opener = new RunOpener(terminal);
        var log = opener.OpenLog(selection, videoNeeded: true);
        var laps = against.Compare(line, log.Trace, terminal);
        var opened = opener.Lock(log, selection.KeepLog, rescan: false, cancellation);
        var timeline = opened.Evaluation.Timeline;
        var first = line.GetValue(start) ?? 0;
        if (first >= timeline
            .FrameCount)
        {
            throw new RunException($"--start {first}: the video's frames are 0 to {timeline.FrameCount - 1}.");
        }

        var bench = loader.Load(timeline.Trace, timeline, cancellation);
        var settings = new OverlaySettings { Rewards = new RewardState(bench.Table, Message: null, Version: 0), Comparison = laps.First };
        var files = new OutputFiles(selection.Model, timeline.FramesPerSecond, time);
        using var studio = new FramePipeline(opened.With(laps, bench.Track), line.GetValue(size), forJumps: true);
        if (!Display.IsThere())
        {
            terminal.Remark("There is no display to open a window on: the run is rendered to a video instead.");
            var written = new VideoRendering(terminal).Render(
                studio,
                timeline,
                settings,
                files.Name(".mp4"),
                first,
                timeline.FrameCount - 1,
                cancellation);
            terminal.Remark($"Written: {written}");
            return ExitCodes.Done;
        }

        if (!VideoSinks.WritesH264) terminal.Remark(VideoSinks.WithoutFfmpeg);
        using var window = new HighGuiWindow($"DeepRacer analyzer - {Path.GetFileName(Path.GetFullPath(selection.Model).TrimEnd('/'))}");
        using var screen = new ScreenComposer(opened.Evaluation, studio.Composer);
        using var watcher = bench.Watch(time);
        var player = new Player(
            window,
            studio.Frames,
            studio.Composer,
            screen,
            new Landmarks(timeline) { Comparisons = laps.Offered },
            files,
            time,
            () => watcher.State);
        var state = new PlayerState { Frame = first, Overlays = settings };
        if (line.GetValue(framesPerSecond) is { } rate) state = state.With(it => it with { FramesPerSecond = rate });
        player.Run(state, line.GetValue(quitAtEnd), cancellation);
        return ExitCodes.Done;
    }

    private static Size? ParseSize(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var parts = word.Split('x', 'X');
        if (parts.Length == 2 && Length(parts[0], 160, 7680) is { } width && Length(parts[1], 120, 4320) is { } height)
        {
            return new Size(
            width,
            height);
        }

        result.AddError($"--size {word}: expected width x height in pixels, 160x120 to 7680x4320, such as 1280x720.");
        return null;
    }

    private static int? Length(string word, int least, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= least && length <= most
            ? length
            : null;
}
