namespace Analyzer.Platform;

/// <summary>
/// The error of a run that can't be analysed. The message is one line for the user: what is wrong, in which file and line, what to do.
/// </summary>
/// <param name="message">The line.</param>
/// <param name="inner">What caused it, if anything (shown with <c>--verbose</c>).</param>
internal sealed class RunException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>An error at a place in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="what">What was found, what was expected, and what to do next.</param>
    public static RunException At(string path, long line, string what) => new($"{path}, line {line}: {what}");
}
