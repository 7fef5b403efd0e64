using System.CommandLine;
using System.Globalization;
using Analyzer.Commands.Options;
using Analyzer.Logs.Discovery;
using Analyzer.Platform;
using Spectre.Console;

namespace Analyzer.Commands;

/// <summary><c>analyzer runs</c>: all evaluations, league submissions and trainings in any number of folders and archives.</summary>
internal sealed class RunsCommand(Terminal terminal)
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Folders of any depth, archives, logs.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> model = new("--model") { Description = "A folder; the same as PATH.", HelpName = "DIR" };
    private readonly JsonOption json = new();

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("runs", "List all evaluations, league submissions and trainings, and the best of each track.");
        command.Arguments.Add(paths);
        command.Options.Add(model);
        json.AddTo(command);
        command.Validators.Add(line =>
        {
            if (line.GetResult(paths) is not { Tokens.Count: > 0 } && line.GetResult(model) is null)
                line.AddError("Nothing is given to look through: name folders or archives, PATH...");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult line)
    {
        var library = new RunLibrary(Given(line.GetValue(paths), line.GetValue(model)));
        var runs = ListedRun.Of(library);
        foreach (var remark in library.Remarks) terminal.Remark(remark);
        if (library.Runs is [{ Fault: { } only }]) throw only;
        foreach (var run in library.Runs)
            if (RemarkOn(run) is { } remark) terminal.Remark(remark);

        if (runs.Count == 0 && !library.Runs.IsEmpty)
            throw new RunException($"{library.Given}: none of the {library.Runs.Length} logs can be read; download them again.");

        json.Print(line, terminal, runs, found =>
        {
            if (library.Runs.IsEmpty) throw library.NoLog();
            Show(found, library);
        });
        return ExitCodes.Done;
    }

    /// <summary>What is odd about a run's log; null where nothing is.</summary>
    private static string? RemarkOn(FoundRun run) => run switch
    {
        { Fault: { } fault } => $"Left out: {fault.Message}",
        { Trace.Remarks: [var only] } => only,
        { Trace.Remarks: [var first, .. var others] } => $"{first} ({others.Length} more such remarks)",
        _ => null,
    };

    private static List<string> Given(string[]? paths, string? model) =>
        [.. paths ?? [], .. model is null ? Array.Empty<string>() : [model]];

    private void Show(IReadOnlyList<ListedRun> runs, RunLibrary library)
    {
        const int WidthOfNumbers = 80;
        const int LeastForPaths = 80;
        const int LeastForAPath = 20;
        const int Lines = 3;
        var width = terminal.Output.Profile.Width;
        var hasPaths = width - WidthOfNumbers >= LeastForPaths;
        var longest = hasPaths ? (width - WidthOfNumbers) / 2 * Lines : Math.Max(LeastForAPath, width - "1  video  ".Length);
        string[] PathsOf(ListedRun run) =>
            [Shown(run.Log, library, longest), run.Video is { } video ? Shown(video, library, longest) : "none"];

        terminal.Output.Write(TableOf(runs, run => hasPaths ? PathsOf(run) : [], hasPaths ? ["log", "video"] : []));
        if (hasPaths) return;
        foreach (var run in runs)
        {
            var (number, paths) = (Number(run.Number), PathsOf(run));
            terminal.Output.WriteLine($"{number}  log    {paths[0]}");
            terminal.Output.WriteLine($"{new string(' ', number.Length)}  video  {paths[1]}");
        }
    }

    private static string Shown(string path, RunLibrary library, int longest) =>
        MessageLine.Within(longest, ControlCharacters.Escape(library.Tree.NameOf(path)));

    private static Table TableOf(IReadOnlyList<ListedRun> runs, Func<ListedRun, string[]> pathsOf, string[] pathColumns)
    {
        var table = new Table().RoundedBorder()
            .AddColumns(["N", "kind", "when (UTC)", "track", "laps", "completed", "best", .. pathColumns]);
        foreach (var track in runs.GroupBy(run => Math.Round(run.TrackLength, 1)))
        {
            var best = track.Min(run => run.BestSeconds);
            foreach (var run in track)
            {
                string[] cells =
                [
                    Number(run.Number), run.Kind, run.When?[..16].Replace('T', ' ') ?? "", $"{Length(run.TrackLength)} {run.Track}".Trim(),
                    LapsOf(run), Number(run.Completed),
                    run.BestSeconds is { } seconds ? $"{Seconds(seconds)}{(seconds == best ? " *" : "")}" : "",
                    .. pathsOf(run),
                ];
                table.AddRow([.. cells.Select(Markup.Escape)]);
            }
        }

        return table.Caption("* the best of its track; N is what --evaluation takes");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string LapsOf(ListedRun run) => run.Iterations is { } iterations
        ? $"{Number(run.Laps)} in {Number(iterations)} iteration{(iterations == 1 ? "" : "s")}"
        : Number(run.Laps);

    private static string Length(double metres) => metres.ToString("0.0 'm'", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
