using System.CommandLine;
using Analyzer.Platform;
using Analyzer.Reports;
using Analyzer.Sessions;

namespace Analyzer.Commands;

/// <summary><c>analyzer export</c>: a line for every row of the log, with what this program knows of it.</summary>
public sealed class ExportCommand(Terminal terminal)
{
    private readonly RunOptions run = new();
    private readonly RewardOptions rewards = new();
    private readonly AgainstOption against = new();
    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "The table to write, over an older one.",
        Required = true,
        HelpName = "OUT.csv",
    };

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command(
            "export",
            "Write a table: lap time, frame, real speed, time against the best lap and reward components of every step.");
        run.AddTo(command, writesLog: true);
        rewards.AddTo(command);
        against.AddTo(command);
        command.Options.Add(output);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var (selection, path) = (run.Read(line), line.GetValue(output)!);
        var loader = new RewardLoader(selection.Model, rewards.Read(line), terminal);
        var opener = new RunOpener(terminal);
        var log = opener.OpenLog(selection, videoNeeded: false);
        if (Path.GetFullPath(path) == Path.GetFullPath(log.Files.LogPath))
            throw new RunException($"{path}: this is the evaluation's own log; give another name with -o OUT.csv.");
        var laps = against.Compare(line, log.Trace, terminal);
        if (laps.Times.Best is null && laps.Against is null) terminal.Remark("No lap was completed: the column delta stays empty.");
        var timeline = log.Files.VideoPath is null
            ? null
            : opener.Lock(log, selection.KeepLog, rescan: false, cancellation).Evaluation.Timeline;
        if (timeline is null) terminal.Remark("There is no video: the columns frame and speed stay empty.");
        var bench = loader.Load(log.Trace, timeline, cancellation);
        try
        {
            AtomicFile.Write(path, new ExportTable(laps, timeline, bench.Table).WriteTo);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path}: can't be written ({error.Message.TrimEnd('.')}); name a folder that you may write to.", error);
        }

        terminal.Remark($"Written: {Path.GetFullPath(path)}");
        return ExitCodes.Done;
    }
}
