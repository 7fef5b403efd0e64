namespace Analyzer.Tests.Laps;

/// <summary>A run's log, and its metrics where there are any.</summary>
public sealed record RunFiles(string Log, string? Metrics)
{
    /// <summary>The only ones in a folder.</summary>
    public static RunFiles In(string folder) => new(
        FilesIn(folder, "0-iteration.csv").Single(),
        FilesIn(folder, "*.json").SingleOrDefault(path => File.ReadAllText(path).Contains("\"metrics\"", StringComparison.Ordinal)));

    private static string[] FilesIn(string folder, string pattern) => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories);
}
