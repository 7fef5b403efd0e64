using System.CommandLine;
using System.CommandLine.Parsing;
using Analyzer.Platform;
using Analyzer.Sessions;

namespace Analyzer.Commands.Options;

/// <summary>The options that say which run a command is about.</summary>
internal sealed class RunOptions
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "What you hold of the run: folders, archives (zip, tar, tar.gz), a video, a sim-trace CSV, a robomaker log.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> model = new("--model")
    {
        Description = "The model folder; the same as PATH.",
        HelpName = "DIR",
    };

    private readonly Option<string?> log = new("--log")
    {
        Description = "The sim-trace CSV or robomaker log, where the folder's own choice is not wanted.",
        HelpName = "FILE",
    };

    private readonly Option<string?> video = new("--video")
    {
        Description = "The video, where the folder's own choice is not wanted.",
        HelpName = "FILE",
    };

    private readonly Option<int?> evaluation = WholeNumberOption.Of(
        "--evaluation", "Which run, as `runs` numbers them [default: the one that the video fits, the newest].", "N", least: 1);

    private readonly Option<bool> force = new("--force") { Description = "Go on where log and video are said not to belong together." };
    private readonly Option<bool> keepLog = new("--keep-log") { Description = "Don't add the speed column to the log." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="writesLog">Whether the command may write the log, so that <c>--keep-log</c> has a meaning.</param>
    public void AddTo(Command command, bool writesLog)
    {
        command.Arguments.Add(paths);
        command.Options.Add(model);
        command.Options.Add(log);
        command.Options.Add(video);
        command.Options.Add(evaluation);
        command.Options.Add(force);
        if (writesLog) command.Options.Add(keepLog);
        command.Validators.Add(line =>
        {
            var hasPath = line.GetResult(paths) is { Tokens.Count: > 0 };
            if (!hasPath && line.GetResult(model) is null && line.GetResult(log) is null)
                line.AddError("No run is given: name its folder, archive or files, PATH... or --model DIR.");
            foreach (var empty in line.Children.OfType<OptionResult>().Where(option => option.Tokens.Any(token => token.Value.Length == 0)))
                line.AddError($"{empty.Option.Name}: expected a value, found none.");
        });
    }

    /// <summary>What the user gave.</summary>
    public RunSelection Read(ParseResult line)
    {
        var given = PathsOf(line);
        if (given.Count == 0 && FileOf(line, log) is { } file) given = [file];
        return new RunSelection(
            RunSelection.FolderOf(given), FileOf(line, log), FileOf(line, video), line.GetValue(evaluation), line.GetValue(keepLog))
        {
            Paths = given,
            Force = line.GetValue(force),
        };
    }

    private static string? FileOf(ParseResult line, Option<string?> option) =>
        line.GetValue(option) is { } path ? RegularFile.Named(path) : null;

    private List<string> PathsOf(ParseResult line) =>
    [
        .. (line.GetValue(paths) ?? []).Select(RegularFile.Named),
        .. FileOf(line, model) is { } folder ? [folder] : Array.Empty<string>(),
    ];
}
