using System.CommandLine;
using System.CommandLine.Parsing;
using Analyzer.Commands.Measuring;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sessions.Rendering;

namespace Analyzer.Commands;

/// <summary>The program's whole command line.</summary>
internal static class AllCommands
{
    /// <summary>Options of which only one can be heeded.</summary>
    private static readonly (string One, string Other, string What)[] Rivals =
    [
        ("--log", "--evaluation", "choose a log"),
        ("--at", "--start", "say where to begin"),
        (CoachFilm.Option, ReportSource.JoinedOption, "say what is shown"),
        (CoachFilm.Option, "--from", "say what is shown"),
        (CoachFilm.Option, "--to", "say what is shown"),
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

    private static void RefuseRivals(CommandResult line)
    {
        var given = line.Children.OfType<OptionResult>().Where(option => !option.Implicit).Select(option => option.Option.Name).ToHashSet();
        foreach (var (one, other, what) in Rivals.Where(rivals => given.IsSupersetOf([rivals.One, rivals.Other])))
            line.AddError($"{one} and {other} both {what}; give one of them.");
    }
}
