using System.CommandLine;
using Analyzer.Commands.Options;
using Analyzer.Platform;
using Analyzer.Reports;
using Analyzer.Sessions;

namespace Analyzer.Commands;

/// <summary><c>analyzer export</c>: a line for every row of the log, with what this program knows of it.</summary>
internal sealed class ExportCommand(Terminal terminal)
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
        var path = line.GetValue(output)!;
        var request = new SessionRequest(run.Read(line))
        {
            Rewards = rewards.Read(line),
            Against = against.Read(line),
            NeedsVideo = false,
            Output = path,
        };
        var session = Session.Open(request, terminal, cancellation);
        if (session.Rewards.FunctionFailure is { } failure) throw new RunException($"{failure}. Nothing was written.");
        if (session.Laps.Times.Best is null && session.Laps.Against is null)
            terminal.Remark("No lap was completed: the column delta stays empty.");
        if (session.Timeline is null)
        {
            terminal.Remark("There is no video: the columns frame and speed stay empty.");
            if (request.Run.KeepLog) terminal.Remark("--keep-log changes nothing here: without a video nothing is put into the log.");
        }

        PendingFile.Write(path, new ExportTable(session.Laps, session.Timeline, session.Rewards.Table).WriteTo);
        terminal.Remark($"Written: {Path.GetFullPath(path)}");
        return ExitCodes.Done;
    }
}
