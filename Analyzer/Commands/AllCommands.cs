using System.CommandLine;
using Analyzer.Commands.Measuring;
using Analyzer.Platform;

namespace Analyzer.Commands;

/// <summary>The program's whole command line.</summary>
internal static class AllCommands
{
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
        return new CommandRunner(root, terminal, verbose);
    }
}
