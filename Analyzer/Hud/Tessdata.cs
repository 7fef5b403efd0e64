using Analyzer.Logs;

namespace Analyzer.Hud;

/// <summary>Tesseract's language data on this machine.</summary>
public static class Tessdata
{
    private const string English = "eng.traineddata";

    /// <summary>The folder that holds the English data.</summary>
    /// <exception cref="RunException">There is none.</exception>
    public static string Find() => Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, English)))
        ?? throw new RunException($"Tesseract's {English} is missing, the video's HUD can't be read; install it (Debian, Ubuntu: apt-get install tesseract-ocr-eng).");

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } prefix)
        {
            yield return prefix;
            yield return Path.Combine(prefix, "tessdata");
        }

        const string shared = "/usr/share/tesseract-ocr";
        var versions = Directory.Exists(shared) ? Directory.GetDirectories(shared) : Array.Empty<string>();
        foreach (var version in versions.OrderDescending(StringComparer.Ordinal))
        {
            yield return Path.Combine(version, "tessdata");
        }

        yield return "/usr/share/tessdata";
        yield return "/usr/local/share/tessdata";
    }
}
