using System.CommandLine;
using System.Globalization;
using Analyzer.Logs;
using Analyzer.Platform;
using Spectre.Console;

namespace Analyzer.Commands;

/// <summary><c>analyzer runs</c>: the evaluations and videos found in a model folder.</summary>
internal sealed class RunsCommand(Terminal terminal)
{
    private readonly RunOptions run = new();
    private readonly JsonOption json = new();

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("runs", "List the evaluations and videos found in a model folder.");
        run.AddTo(command, writesLog: false);
        json.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult line)
    {
        var selection = run.Read(line);
        var found = selection is { Log: null, Video: null, Evaluation: null } ? ModelFolder.Find(selection.Model) : [];
        if (found.IsEmpty)
        {
            found = [ModelFolder.Choose(
            selection.Model,
            selection.Log,
            selection.Video,
            selection.Evaluation,
            videoNeeded: false).Files];
        }

        var listed = found.Select(files => Listed(files, selection.Model)).ToArray();
        json.Print(line, terminal, new { Evaluations = listed }, it => terminal.Output.Write(TableOf(it.Evaluations)));
        return ExitCodes.Done;
    }

    private static ListedRun Listed(EvaluationFiles files, string model)
    {
        string? Relative(string? path) => path is null ? null : Path.GetRelativePath(model, path);
        var trace = SimTraceReader.Read(files.LogPath);
        return new ListedRun(
            files.Number, Relative(files.LogPath)!, Relative(files.VideoPath), Relative(files.MetricsPath), Relative(files.ActionSpacePath),
            trace.Laps.Length, trace.Rows.Length);
    }

    private static Table TableOf(IEnumerable<ListedRun> runs)
    {
        var table = new Table().RoundedBorder().AddColumns("--evaluation", "log", "video", "laps", "rows");
        foreach (var run in runs)
        {
            table.AddRow(
                Number(run.Evaluation), Markup.Escape(run.Log), Markup.Escape(run.Video ?? "none"), Number(run.Laps), Number(run.Rows));
        }

        return table;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
