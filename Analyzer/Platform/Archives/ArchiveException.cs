namespace Analyzer.Platform.Archives;

/// <summary>An archive can't be read; the message is one line for the user, with the archive's path and what to do.</summary>
/// <param name="message">The line.</param>
/// <param name="inner">What caused it, if anything.</param>
internal sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);
