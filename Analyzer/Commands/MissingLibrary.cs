using System.Text.RegularExpressions;

namespace Analyzer.Commands;

/// <summary>
/// What is said where the system lacks a library that a native one stands on. The runtime's own error is a list of all places it looked in,
/// within one on a type that could not be initialised.
/// </summary>
internal static partial class MissingLibrary
{
    private const string Remedy = "on Debian or Ubuntu: apt-get install ffmpeg libgtk-3-0 libatomic1 (libgtk-3-0t64 where that exists)";

    /// <summary>The line that names the library and what to install; null where an error has another cause.</summary>
    public static string? Of(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
            if (cause is DllNotFoundException) return $"A library is missing or can't be used{Reason(cause.Message)}; {Remedy}";

        return null;
    }

    // Names of the library itself are tried in turn, and mostly are not there; what it stands on is named only where it fails.
    private static string Reason(string message)
    {
        var wanted = Wanted().Match(message).Groups["name"].Value;
        var reasons = Failure().Matches(message).Select(line => line.Groups["reason"].Value).ToArray();
        var reason = reasons.FirstOrDefault(line => !line[..line.IndexOf(':')].Contains(wanted, StringComparison.Ordinal)) ??
            reasons.FirstOrDefault();
        return reason is null ? "" : $" ({reason})";
    }

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^(?:.*/)?(?<reason>[^/:\r\n]+\.so[.\d]*: [^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Failure();
}
