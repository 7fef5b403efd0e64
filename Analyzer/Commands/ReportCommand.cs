using System.CommandLine;
using System.Text;
using Analyzer.Commands.Options;
using Analyzer.Platform;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Page;
using Analyzer.Reports.Text;
using Analyzer.Sessions;

namespace Analyzer.Commands;

/// <summary><c>analyzer report</c>: what to change, where, and the evidence.</summary>
internal sealed class ReportCommand(Terminal terminal)
{
    private readonly RunOptions run = new();
    private readonly RewardOptions rewards = new();
    private readonly AgainstOption against = new();
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Write one HTML page, over an older one.",
        HelpName = "OUT.html",
    };

    private readonly JsonOption json = new();

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("report", "Say what to change in the action space, the reward and the driving, and show why.");
        run.AddTo(command, writesLog: false);
        rewards.AddTo(command);
        against.AddTo(command);
        command.Options.Add(output);
        json.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var path = line.GetValue(output);
        var request = new SessionRequest(run.Read(line) with { KeepLog = true })
        {
            Rewards = rewards.Read(line),
            Against = against.Read(line),
            NeedsVideo = false,
            ShowsSections = true,
            Output = path,
        };
        var session = Session.Open(request, terminal, cancellation);
        var input = ReportSource.InputOf(session, cancellation);
        var report = Analysis.Run(input);
        var words = session.Log.Files.VideoPath is null ? null : request.WordsFor(session.Log);
        if (path is not null)
        {
            var page = new ReportPage(input, report, session.Model, words, ReportPictures.Of(session, report)).Write();
            PendingFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
            terminal.Remark($"Written: {Path.GetFullPath(path)}");
        }

        json.Print(line, terminal, report, _ =>
        {
            if (path is null) ReportText.Write(terminal.Output, report, terminal.Command, words);
        });
        return ExitCodes.Done;
    }
}
