using SharpCompress.Common;

namespace Analyzer.Platform.Archives;

/// <summary>Tells what goes wrong where an archive is damaged, and says it.</summary>
internal static class ArchiveDamage
{
    /// <summary>What the user can do, as the end of a sentence.</summary>
    public const string Remedy = "download it again, or unpack it and give the folder";

    private const string RemedyForAll = "download the archive again, or unpack it and give the folder";
    private const string CutOff = "it is cut off or damaged";
    private const string Gzip = "System.IO.Compression";
    private static readonly string? OwnName = typeof(ArchiveDamage).Assembly.GetName().Name;

    /// <summary>Whether an error is the archive's, not the disk's.</summary>
    public static bool Is(Exception error) => error is SharpCompressException or InvalidDataException or EndOfStreamException
        or OverflowException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException;

    /// <summary>The error of an archive that can't be read.</summary>
    public static ArchiveException OfArchive(string path, Exception error) =>
        new($"{path}: the archive can't be read ({Reason(error)}); {RemedyOf(error, Remedy)}.", error);

    /// <summary>The error of one file in an archive, of which the others can be read.</summary>
    public static ArchiveException OfFile(string path, Exception error) =>
        new($"{path}: this file in the archive can't be read ({Reason(error)}); {RemedyOf(error, RemedyForAll)}.", error);

    private static string RemedyOf(Exception error, string remedy) =>
        error is CryptographicException ? "unpack it with its password and give the folder" : remedy;

    // The runtime calls a wrong checksum "an unsupported compression method".
    private static string Reason(Exception error) => error switch
    {
        { Source: Gzip } => CutOff,
        CryptographicException => "it has a password",
        _ when error.Message.StartsWith("Cannot determine", StringComparison.Ordinal) =>
            "it is none, perhaps a single packed file, or an error's page saved by its name",
        NotSupportedException => string.Concat(error.Message.Where(letter => !char.IsControl(letter))),
        _ when error.Source == OwnName => error.Message,
        _ => CutOff,
    };
}
