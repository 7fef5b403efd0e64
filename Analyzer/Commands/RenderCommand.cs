using System.CommandLine;
using Analyzer.Commands.Options;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sessions.Rendering;

namespace Analyzer.Commands;

/// <summary><c>analyzer render</c>: the pictures that playing shows, as a video.</summary>
internal sealed class RenderCommand(Terminal terminal)
{
    private readonly RunOptions run = new();
    private readonly RewardOptions rewards = new();
    private readonly AgainstOption against = new();
    private readonly ViewOptions view = new();
    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "The video to write, over an older one.",
        Required = true,
        HelpName = "OUT.mp4",
    };

    private readonly Option<int?> from = WholeNumberOption.Of("--from", "The first frame [default: 0].", "FRAME", least: 0);
    private readonly Option<int?> to = WholeNumberOption.Of("--to", "The last frame [default: the video's last].", "FRAME", least: 0);

    private readonly Option<int?> coach = WholeNumberOption.Of(
        CoachFilm.Option, "A film of the N sections that cost most: a card, then an ordinary passage beside the best one.", "N", least: 1);

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("render", "Write the video with the log drawn on it to an MP4.");
        run.AddTo(command, writesLog: true);
        rewards.AddTo(command);
        against.AddTo(command);
        view.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(from);
        command.Options.Add(to);
        command.Options.Add(coach);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        if (line.GetValue(from) > line.GetValue(to))
        {
            terminal.Error($"--from {line.GetValue(from)} --to {line.GetValue(to)}: expected the first frame before the last.");
            return ExitCodes.WrongCommandLine;
        }

        var path = line.GetValue(output)!;
        var request = new SessionRequest(run.Read(line))
        {
            Rewards = rewards.Read(line),
            Against = against.Read(line),
            Output = path,
        };
        var session = Session.Open(request, terminal, cancellation);
        var written = line.GetValue(coach) is { } sections
            ? new CoachFilm(session, terminal).Render(sections, path, cancellation)
            : Render(session, line, path, cancellation);
        terminal.Remark($"Written: {written}");
        return ExitCodes.Done;
    }

    private string Render(Session session, ParseResult line, string path, CancellationToken cancellation)
    {
        var timeline = session.Run.Evaluation.Timeline;
        var last = timeline.FrameCount - 1;
        var (first, final) = (line.GetValue(from) ?? 0, line.GetValue(to) ?? last);
        if (first > last || final > last) throw new RunException($"--from {first} --to {final}: the video's frames are 0 to {last}.");
        var settings = view.Apply(line, session);
        int[] frames = settings.Joined is { } joined
            ? [.. joined.Frames.Where(frame => frame >= first && frame <= final)]
            : [.. Enumerable.Range(first, final - first + 1)];
        if (frames.Length == 0) throw new RunException($"--from {first} --to {final}: the joined lap has none of these frames.");
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        return new VideoRendering(terminal).Render(pipeline, timeline, settings, path, frames, cancellation);
    }
}
