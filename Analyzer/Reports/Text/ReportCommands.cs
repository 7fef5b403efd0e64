namespace Analyzer.Reports.Text;

/// <summary>The commands that a report names, to be copied into a shell.</summary>
internal static class ReportCommands
{
    /// <summary>Plays a run from a place.</summary>
    /// <param name="program">What starts the program.</param>
    /// <param name="run">The words by which the user chose the run.</param>
    /// <param name="place">What <c>--at</c> takes.</param>
    public static string Play(string program, IEnumerable<string> run, string place) =>
        $"{program} play {string.Join(' ', run.Select(Quoted))} --at {place}";

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-".Contains(letter))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
