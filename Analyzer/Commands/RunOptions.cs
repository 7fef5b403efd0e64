using System.CommandLine;
using Analyzer.Sessions;

namespace Analyzer.Commands;

/// <summary>The options that say which run a command is about.</summary>
internal sealed class RunOptions
{
    private readonly Option<string> model = new("--model")
    {
        Description = "The model folder, holding the evaluation's logs and its video.",
        Required = true,
        HelpName = "DIR",
    };

    private readonly Option<string?> log = new("--log")
    {
        Description = "The sim-trace CSV, where the folder's own choice is not wanted.",
        HelpName = "FILE",
    };

    private readonly Option<string?> video = new("--video")
    {
        Description = "The video, where the folder's own choice is not wanted.",
        HelpName = "FILE",
    };

    private readonly Option<int?> evaluation = WholeNumberOption.Of(
        "--evaluation", "Which evaluation, as `runs` numbers them [default: the newest].", "N", least: 1);

    private readonly Option<bool> keepLog = new("--keep-log") { Description = "Don't add the speed column to the log." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="writesLog">Whether the command may write the log, so that <c>--keep-log</c> has a meaning.</param>
    public void AddTo(Command command, bool writesLog)
    {
        command.Options.Add(model);
        command.Options.Add(log);
        command.Options.Add(video);
        command.Options.Add(evaluation);
        if (writesLog) command.Options.Add(keepLog);
    }

    /// <summary>What the user gave.</summary>
    public RunSelection Read(ParseResult line) => new(
        line.GetValue(model)!, line.GetValue(log), line.GetValue(video), line.GetValue(evaluation), line.GetValue(keepLog));
}
