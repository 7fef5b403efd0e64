using System.Formats.Tar;
using System.IO.Compression;

namespace Analyzer.Tests.Support;

/// <summary>Makes archives of named contents.</summary>
internal static class Archives
{
    /// <summary>Writes a tar, packed by gzip where its name says so.</summary>
    public static string Tar(string path, params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var file = File.Create(path);
        using Stream stream = path.EndsWith(".tar", StringComparison.Ordinal) ? file : new GZipStream(file, CompressionLevel.Optimal);
        using var tar = new TarWriter(stream, TarEntryFormat.Pax);
        foreach (var (name, content) in files)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });

        return path;
    }

    /// <summary>Packs a content by gzip.</summary>
    public static byte[] Gzip(params IEnumerable<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write([.. content]);
        return packed.ToArray();
    }

    /// <summary>Writes a zip.</summary>
    public static string Zip(string path, params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }

        return path;
    }

    /// <summary>The text of a file in one.</summary>
    public static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
