namespace Analyzer.Platform.Archives;

/// <summary>
/// What an archive may hold at most, against zip bombs; a download of a run has some hundred files and some hundred megabytes.
/// </summary>
internal static class ArchiveLimits
{
    /// <summary>Entries.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>Bytes unpacked.</summary>
    public const long MaxBytes = 1L << 30;

    /// <summary>Bytes unpacked for each byte packed.</summary>
    public const int MaxRatio = 200;

    /// <summary>Bytes that an archive of a size may be unpacked to.</summary>
    public static long MaxBytesOf(long packedBytes) => Math.Min(MaxBytes, MaxRatio * packedBytes);

    /// <summary>The error of an archive beyond the limits.</summary>
    public static ArchiveException Exceeded(string path) => new(
        $"{path}: the archive is not read: it holds more than {MaxEntries} files, or unpacked more than 1 GB or {MaxRatio} times its " +
        "own size; unpack it yourself and give the folder.");
}
