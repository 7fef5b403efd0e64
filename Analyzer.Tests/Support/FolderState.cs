using System.Security.Cryptography;

namespace Analyzer.Tests.Support;

/// <summary>A snapshot of all files below a folder, to compare before with after.</summary>
public static class FolderState
{
    /// <summary>Each file's path and content, the latter as its hash.</summary>
    public static string[] Of(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(folder, path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];
}
