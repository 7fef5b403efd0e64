using System.CommandLine;
using Analyzer.Logs;

namespace Analyzer.Commands;

/// <summary><c>analyzer render</c>: the pictures that playing shows, as a video.</summary>
public sealed class RenderCommand(Terminal terminal, TimeProvider time)
{
    private readonly RunOptions run = new();
    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "The video to write, over an older one.",
        Required = true,
        HelpName = "OUT.mp4",
    };

    private readonly Option<int?> from = new("--from") { Description = "The first frame [default: 0].", HelpName = "FRAME" };
    private readonly Option<int?> to = new("--to") { Description = "The last frame [default: the video's last].", HelpName = "FRAME" };

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("render", "Write the video with the log drawn on it to an MP4.");
        run.AddTo(command, writesLog: true);
        command.Options.Add(output);
        command.Options.Add(from);
        command.Options.Add(to);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var opened = new RunOpener(terminal, time).Open(run.Read(line), rescan: false, cancellation);
        var timeline = opened.Evaluation.Timeline;
        var last = timeline.FrameCount - 1;
        var (first, final) = (line.GetValue(from) ?? 0, line.GetValue(to) ?? last);
        if (first < 0 || final > last || first > final)
            throw new RunException($"--from {first} --to {final}: expected frames from 0 to {last}, the first before the last.");

        using var studio = new Studio(opened, box: null);
        terminal.Remark($"Written: {new Rendering(terminal).Render(studio, timeline, line.GetValue(output)!, first, final, cancellation)}");
        return ExitCodes.Done;
    }
}
