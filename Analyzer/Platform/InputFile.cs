using System.Text.Json;

namespace Analyzer.Platform;

/// <summary>Opens the user's files; what goes wrong with the disk or the permissions becomes a <see cref="RunException"/>.</summary>
internal static class InputFile
{
    /// <summary>Opens a file, which another program may still be writing, and reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="remedy">What the user can do where it can't be read, as the end of a sentence.</param>
    /// <param name="read">Reads the content.</param>
    public static T Read<T>(string path, string remedy, Func<Stream, T> read)
    {
        try
        {
            if (Directory.Exists(path)) throw new RunException($"{path}: this is a folder, expected a file; {remedy}.");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunException($"{path}: there is no such file; {remedy}.", error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new RunException($"{path}: the file can't be read ({Reason(error)}); {remedy}.", error);
        }
    }

    /// <summary>Reads a whole file.</summary>
    public static byte[] ReadBytes(string path, string remedy) => Read(path, remedy, stream =>
    {
        if (stream.Length > Array.MaxLength) throw new IOException("it is larger than 2 GB");
        using var content = new MemoryStream((int)stream.Length);
        stream.CopyTo(content);
        return content.Capacity == content.Length ? content.GetBuffer() : content.ToArray();
    });

    /// <summary>Reads a JSON file; comments and trailing commas are allowed.</summary>
    public static T ReadJson<T>(string path, string remedy, Func<JsonElement, T> read) => Read(path, remedy, stream =>
    {
        try
        {
            using var document = JsonDocument.Parse(
                stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return read(document.RootElement);
        }
        catch (JsonException error)
        {
            var (line, column) = (error.LineNumber + 1 ?? 1, error.BytePositionInLine + 1 ?? 1);
            throw new RunException($"{path}, line {line}: this is not valid JSON (column {column}); {remedy}.", error);
        }
    });

    /// <summary>Why the disk refused, in a few words.</summary>
    public static string Reason(Exception error) => error is UnauthorizedAccessException ? "permission denied" : Shown(error.Message);

    /// <summary>A text from a file as part of a one-line message: short, and without control characters.</summary>
    public static string Shown(string text)
    {
        const int Longest = 60;
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length <= Longest ? line : $"{line[..Longest]}...";
    }
}
