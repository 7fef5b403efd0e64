using Analyzer.Commands;
using Analyzer.Platform;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Support.Processes;

/// <summary>The program's commands run in this process, with consoles that keep what is printed.</summary>
internal static class AnalyzerInProcess
{
    private const int Width = 10_000;

    /// <summary>Runs a command line to its end.</summary>
    public static ProgramResult Run(params string[] arguments) => RunAt(Width, arguments);

    /// <summary>Runs one at a terminal of so many columns.</summary>
    public static ProgramResult RunAt(int columns, params string[] arguments)
    {
        using var output = new TestConsole();
        using var errors = new TestConsole();
        (output.Profile.Width, errors.Profile.Width) = (columns, Width);
        var runner = AllCommands.Runner(new Terminal(output, errors, TimeProvider.System), TimeProvider.System);
        var code = runner.Run(arguments, TestContext.Current.CancellationToken);
        return new ProgramResult(code, output.Output, errors.Output);
    }
}
