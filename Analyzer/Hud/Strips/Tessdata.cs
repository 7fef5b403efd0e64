using Analyzer.Platform;

namespace Analyzer.Hud.Strips;

/// <summary>Where Tesseract's language data lies on this machine.</summary>
public static class Tessdata
{
    private const string Language = "eng.traineddata";

    /// <summary>The folder that holds the English language data.</summary>
    /// <exception cref="RunException">It is not installed.</exception>
    public static string Find() => Find(Environment.GetEnvironmentVariable("TESSDATA_PREFIX"), InstalledFolders());

    /// <summary>The first folder that holds the English language data: the user's own prefix before the installed ones.</summary>
    internal static string Find(string? prefix, IEnumerable<string> installed)
    {
        string[] own = string.IsNullOrEmpty(prefix) ? [] : [prefix, Path.Combine(prefix, "tessdata")];
        return own.Concat(installed).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Language)))
            ?? throw new RunException(
                $"Tesseract's language data ({Language}) is not installed: run 'sudo apt-get install tesseract-ocr-eng', "
                + "or set TESSDATA_PREFIX to the folder that holds it");
    }

    private static IEnumerable<string> InstalledFolders()
    {
        const string Versions = "/usr/share/tesseract-ocr";
        var byVersion = Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "tessdata"))
            : [];
        return [.. byVersion, "/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata"];
    }
}
