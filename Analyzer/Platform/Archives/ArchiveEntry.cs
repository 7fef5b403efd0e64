namespace Analyzer.Platform.Archives;

/// <summary>A file in an archive.</summary>
/// <param name="Name">Its name in the archive, parted by <c>/</c>, neither absolute nor leading out of it.</param>
/// <param name="Length">Bytes, unpacked.</param>
internal sealed record ArchiveEntry(string Name, long Length)
{
    /// <summary>An entry's name, parted by <c>/</c>; null where it is absolute or leads out of the archive (path traversal).</summary>
    public static string? SafeName(string name)
    {
        var parts = name.Replace('\\', '/').Split('/');
        if (parts is ["", ..] or [[_, ':'], ..] || parts.Contains("..")) return null;
        var safe = string.Join('/', parts.Where(part => part is not ("" or ".")));
        return safe.Length == 0 || safe.Any(char.IsControl) ? null : safe;
    }
}
