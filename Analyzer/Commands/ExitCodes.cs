namespace Analyzer.Commands;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The run could not be analysed; a line on the standard error says why.</summary>
    public const int NotAnalysed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongCommandLine = 2;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
