using System.Text.Json;
using Analyzer.Platform.Archives;

namespace Analyzer.Platform;

/// <summary>Opens the user's files; what goes wrong with the disk or the permissions becomes a <see cref="RunException"/>.</summary>
internal static class InputFile
{
    /// <summary>Bytes of the largest log that is read: some 3 million steps.</summary>
    public const int LargestText = 1 << 29;

    // Ten times the metrics of a long training.
    private const int LargestJson = 1 << 24;

    /// <summary>Opens a file, which another program may still be writing, and reads it.</summary>
    /// <param name="path">The file, or one in an archive: <c>archive!entry</c>.</param>
    /// <param name="remedy">What the user can do where it can't be read, as the end of a sentence.</param>
    /// <param name="read">Reads the content.</param>
    public static T Read<T>(string path, string remedy, Func<Stream, T> read)
    {
        try
        {
            if (Directory.Exists(path)) throw new RunException($"{path}: this is a folder, expected a file; {remedy}.");
            if (RegularFile.IsSpecial(path)) throw new RunException($"{path}: this is a pipe or a device, expected a file; {remedy}.");
            if (!File.Exists(path) && ArchivePath.Split(path) is { } part)
                return ArchiveFile.Open(part.Archive).Read(part.Entry, read);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream);
        }
        catch (ArchiveException error)
        {
            throw new RunException(error.Message, error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunException($"{path}: {HindranceTo(path) ?? "there is no such file"}; {remedy}.", error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new RunException($"{path}: the file can't be read ({Reason(error)}); {remedy}.", error);
        }
    }

    /// <summary>
    /// What hinders a path from being found, as the rest of a sentence: a folder that may not be entered hides what is in it. Null where
    /// there simply is nothing.
    /// </summary>
    public static string? HindranceTo(string path)
    {
        try
        {
            if (path.Length > 0) File.GetAttributes(path);
            return new FileInfo(path).LinkTarget is { } target ? $"this link leads to {target}, where nothing is found" : null;
        }
        catch (UnauthorizedAccessException)
        {
            return "it can't be looked for (permission denied: a folder above it may not be entered)";
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Looks through an archive.</summary>
    /// <exception cref="RunException">It can't be read, or holds more than is read of one.</exception>
    public static ArchiveFile OpenArchive(string path)
    {
        try
        {
            return ArchiveFile.Open(path);
        }
        catch (ArchiveException error)
        {
            throw new RunException(error.Message, error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new RunException($"{path}: the archive can't be read ({Reason(error)}); make it readable.", error);
        }
    }

    /// <summary>Reads a whole file.</summary>
    public static byte[] ReadBytes(string path, string remedy) => Read(path, remedy, stream => ReadBytes(stream, LargestText));

    /// <summary>Reads a whole text, in UTF-8 whatever the file is in.</summary>
    public static byte[] ReadText(string path, string remedy) => TextEncoding.InUtf8(ReadBytes(path, remedy));

    /// <summary>Reads a text's beginning, in UTF-8 whatever the file is in.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Bytes to read at most.</param>
    /// <returns>What there is; nothing where it can't be read.</returns>
    public static byte[] ReadStart(string path, int most)
    {
        try
        {
            return Read(path, "", stream => Start(stream, most));
        }
        catch (RunException)
        {
            return [];
        }
    }

    /// <summary>A text's beginning, up to <paramref name="most"/> bytes, in UTF-8 whatever the file is in.</summary>
    public static byte[] Start(Stream stream, int most)
    {
        var start = new byte[stream.CanSeek ? Math.Min(most, stream.Length - stream.Position) : most];
        return TextEncoding.InUtf8(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    /// <summary>Reads a JSON file; comments and trailing commas are allowed.</summary>
    public static T ReadJson<T>(string path, string remedy, Func<JsonElement, T> read) => Read(path, remedy, stream =>
    {
        try
        {
            using var document = JsonDocument.Parse(
                TextEncoding.WithoutMarks(TextEncoding.InUtf8(ReadBytes(stream, LargestJson))),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return read(document.RootElement);
        }
        catch (InvalidOperationException error)
        {
            throw new RunException($"{path}: this is not valid JSON (a text in it is not Unicode); {remedy}.", error);
        }
        catch (JsonException error)
        {
            var (line, column) = (error.LineNumber + 1 ?? 1, error.BytePositionInLine + 1 ?? 1);
            throw new RunException($"{path}, line {line}: this is not valid JSON (column {column}); {remedy}.", error);
        }
    });

    private static byte[] ReadBytes(Stream stream, int most)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > most) throw TooLarge(most);
        using var content = new MemoryStream((int)length);
        using (var bounded = new BoundedStream(stream, most, () => TooLarge(most))) bounded.CopyTo(content);
        return content.Capacity == content.Length ? content.GetBuffer() : content.ToArray();
    }

    private static IOException TooLarge(int most) => new($"it is larger than {most >> 20} MB");

    /// <summary>Why the disk refused, in a few words.</summary>
    public static string Reason(Exception error) =>
        error is UnauthorizedAccessException ? "permission denied" : Shown(WithoutPath(error.Message));

    /// <summary>Whether a <see cref="Reason"/> is that the disk is full.</summary>
    public static bool IsFull(string reason) => reason.StartsWith("No space left", StringComparison.Ordinal);

    // The runtime repeats the file's name: "No space left on device : '/folder/file'".
    private static string WithoutPath(string message) => message.Split(" : '", 2)[0];

    /// <summary>A text from a file as part of a one-line message: short, and without control characters.</summary>
    public static string Shown(string text)
    {
        const int Longest = 60;
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= Longest ? line : $"{line[..Longest]}...";
    }
}
