using System.Text.RegularExpressions;

namespace Analyzer.Platform;

/// <summary>
/// Keeps messages readable whatever the names in them: those of files in archives, of components and of logs may be of any length.
/// </summary>
internal static partial class MessageLine
{
    private const int Longest = 1_000;
    private const int LongestEnd = 300;

    // So much is left of a name that is longer than a file's can be.
    private const int NameShown = 100;
    private const string Left = "...";

    /// <summary>A message with its overlong names cut off, and with the middle of what are still overlong lines left out.</summary>
    /// <param name="message">One line, or several of this program's own.</param>
    public static string Shortened(string message) =>
        string.Join('\n', message.Split('\n').Select(line => Bounded(WithoutLongNames(line), Longest, LongestEnd)));

    /// <summary>A text with its middle left out where it is longer than so many letters, of which two thirds are its end.</summary>
    public static string Within(int longest, string text) => Bounded(text, longest, longest * 2 / 3);

    // A line begins with the place and ends with the remedy.
    private static string Bounded(string line, int longest, int end) => line.Length <= longest
        ? line
        : $"{line[..(longest - end - Left.Length)]}{Left}{line[^end..]}";

    private static string WithoutLongNames(string line) => LongName().Replace(line, name => name.Value[..NameShown] + Left);

    [GeneratedRegex(@"[^\s/\\!,;:()""'`]{256,}")]
    private static partial Regex LongName();
}
