using System.CommandLine;
using System.CommandLine.Parsing;
using Analyzer.Commands.Measuring;
using Analyzer.Commands.Options;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sessions.Rendering;

namespace Analyzer.Commands;

/// <summary>The program's whole command line.</summary>
internal static class AllCommands
{
    /// <summary>Options that exclude each other.</summary>
    private static readonly (string One, string Other, string What)[] Rivals =
    [
        ("--log", "--evaluation", "choose a log"),
        ("--at", "--start", "say where to begin"),
        (CoachFilm.Option, ReportSource.JoinedOption, "say what is shown"),
        (CoachFilm.Option, "--from", "say what is shown"),
        (CoachFilm.Option, "--to", "say what is shown"),
    ];

    /// <summary>Options that change nothing beside another one.</summary>
    private static readonly (string Command, string Option, string[] Idle, string Why)[] IdleBeside =
    [
        ("render", CoachFilm.Option, [ViewOptions.CompareName], "the film is in the compare view in any case"),
        ("render", CoachFilm.Option, [ReferenceRun.Option], "the film compares the run with itself"),
        ("render", CoachFilm.Option, RewardOptions.Names, "the film shows no rewards"),
        ("render", ViewOptions.CompareName, RewardOptions.Names, "the compare view shows no rewards"),
    ];

    /// <summary>What runs it.</summary>
    /// <param name="terminal">The standard output, and where errors are said.</param>
    /// <param name="time">The clock.</param>
    public static CommandRunner Runner(Terminal terminal, TimeProvider time)
    {
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Show how long the rewards took to load, and where in the program an error arose.",
            Recursive = true,
        };
        var root = new RootCommand("Plays a DeepRacer evaluation with its log drawn on it.")
        {
            new PlayCommand(terminal, time).Build(),
            new ScanCommand(terminal).Build(),
            new RenderCommand(terminal).Build(),
            new ExportCommand(terminal).Build(),
            new ReportCommand(terminal).Build(),
            new RunsCommand(terminal).Build(),
            new BenchmarkCommand(terminal, time, BenchmarkCounts.Default).Build(),
        };
        root.Options.Add(verbose);
        foreach (var command in root.Subcommands) command.Validators.Add(RefuseRivals);
        return new CommandRunner(root, terminal, verbose);
    }

    /// <summary>Sentences on options that have no effect.</summary>
    public static IEnumerable<string> RemarksOn(CommandResult line)
    {
        var given = Given(line);
        return IdleBeside.Where(row => row.Command == line.Command.Name && given.Contains(row.Option)).SelectMany(row => row.Idle
            .Where(given.Contains).Select(idle => $"{idle} changes nothing beside {row.Option}: {row.Why}."));
    }

    private static void RefuseRivals(CommandResult line)
    {
        var given = Given(line);
        foreach (var (one, other, what) in Rivals.Where(rivals => given.IsSupersetOf([rivals.One, rivals.Other])))
            line.AddError($"{one} and {other} both {what}; give one of them.");
    }

    private static HashSet<string> Given(CommandResult line) =>
        [.. line.Children.OfType<OptionResult>().Where(option => !option.Implicit).Select(option => option.Option.Name)];
}
