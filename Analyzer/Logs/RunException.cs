namespace Analyzer.Logs;

/// <summary>
/// The run could not be analysed. The message is one line for the user: what is wrong, in which file and line, what to do.
/// </summary>
public sealed class RunException : Exception
{
    /// <summary>An error with its message.</summary>
    public RunException(string message) : base(message)
    {
    }

    /// <summary>An error with its message and what caused it (shown with <c>--verbose</c>).</summary>
    public RunException(string message, Exception inner) : base(message, inner)
    {
    }
}
