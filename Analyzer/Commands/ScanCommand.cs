using System.CommandLine;
using Analyzer.Commands.Options;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sync;
using Spectre.Console;
using static System.FormattableString;

namespace Analyzer.Commands;

/// <summary><c>analyzer scan</c>: reads the video's HUD once, keeps it, and writes the log's speed column.</summary>
internal sealed class ScanCommand(Terminal terminal)
{
    private readonly RunOptions run = new();
    private readonly Option<bool> rescan = new("--rescan")
    {
        Description = "Read the video again, and write the log's speed column again."
    };
    private readonly JsonOption json = new();

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("scan", "Read the video's HUD once, and write each step's real speed into the log.");
        run.AddTo(command, writesLog: true);
        command.Options.Add(rescan);
        json.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var selection = run.Read(line);
        var opened = new RunOpener(terminal, selection.Force).Open(selection, line.GetValue(rescan), cancellation);
        json.Print(line, terminal, ScanSummary.Of(opened), summary =>
        {
            foreach (var sentence in Sentences(opened, summary)) terminal.Output.WriteLine(sentence);
        });
        return ExitCodes.Done;
    }

    private static IEnumerable<string> Sentences(OpenedRun run, ScanSummary summary)
    {
        yield return $"{RunSummary.Count(summary.Frames, "frame")}, {RunSummary.Count(summary.Rows, "row")} of the log.";
        yield return $"Read: {RunSummary.Count(summary.SpeedRead, "speed")}, {RunSummary.Count(summary.ClockRead, "clock")}.";
        yield return $"Locked to the log by the {summary.Sync}: {RunSummary.Count(summary.FramesLocked, "frame")}, "
            + $"{summary.SpeedConfirmed} confirmed by their speed.";
        // A video that begins within the log has no lag to speak of: where it begins is said among the remarks. By time alone it's a guess.
        if (run.Lock.MeanLagFrames >= 0 && run.Evaluation.Timeline.Sync != SyncMode.Time)
            yield return Invariant($"The video runs {run.Lock.MeanLagFrames:F1} frames behind the log.");

        yield return run.ReadNow is { } spent
            ? Invariant($"The readings took {spent.ScanTime.TotalSeconds:F1} s, decoding {spent.DecodeTime.TotalSeconds:F1} s of them,")
                + $" and are kept in {HudFile.PathFor(run.VideoPath)}."
            : $"The readings were kept in {HudFile.PathFor(run.VideoPath)}; the video was not read again.";
        if (run.SpeedColumn is SpeedColumnOutcome.AlreadyThere)
            yield return $"{run.Files.LogPath} has a column speed already, which stays as it is; --rescan writes it again.";
    }
}
