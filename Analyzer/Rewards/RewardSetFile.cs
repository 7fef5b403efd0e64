using System.Text;
using System.Text.Json;

namespace Analyzer.Rewards;

/// <summary>
/// Reads <c>rewards.json</c>: a JSON object of names and expressions, in their order; of a name that comes twice the later expression.
/// </summary>
public static class RewardSetFile
{
    /// <summary>The file's name in a model folder.</summary>
    public const string Name = "rewards.json";

    private const int MaxBytes = 1_000_000;
    private const int MaxComponents = 100;

    /// <summary>Reads a file.</summary>
    /// <exception cref="RewardException">The file is no such object; the message names file, line and column.</exception>
    public static RewardSet Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes }) throw Error(path, $"larger than {MaxBytes / 1_000_000} MB");
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Error(path, $"cannot be read: {exception.Message}");
        }
    }

    private static RewardSet Parse(byte[] file, string path)
    {
        var json = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? file.AsSpan(Encoding.UTF8.Preamble.Length) : file;
        var reader = new Utf8JsonReader(json);
        try
        {
            return Components(ref reader, json, path);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var place = exception is JsonException { LineNumber: { } line, BytePositionInLine: { } column }
                ? $"{path}:{line + 1}:{column + 1}"
                : Place(path, json, (int)reader.TokenStartIndex);
            var reason = exception.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw Error(place, $"not JSON: {char.ToLowerInvariant(reason[0])}{reason[1..]}");
        }
    }

    private static RewardSet Components(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw Error(Place(path, json, (int)reader.TokenStartIndex), "an object of names and expressions is needed, as in {\"Speed\": \"{speed}**2\"}");

        var set = RewardSet.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var namePlace = Place(path, json, (int)reader.TokenStartIndex);
            if (RewardComponent.WhyNotAName(name) is { } reason) throw Error(namePlace, reason);
            if (set.Components.Length == MaxComponents) throw Error(namePlace, $"more than {MaxComponents} components");
            reader.Read();
            var place = Place(path, json, (int)reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.String) throw Error(place, $"the expression of \"{name}\" must be a text in quotes");
            set = set.With(new RewardComponent(name.Trim(), reader.GetString()!, place));
        }

        reader.Read();
        return set.Components.Length > 0 ? set : throw Error(path, "no components in it; without the file the defaults are shown");
    }

    private static string Place(string path, ReadOnlySpan<byte> json, int offset)
    {
        var before = json[..offset];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"{path}:{line}:{column}";
    }

    private static RewardException Error(string place, string reason) => new($"{place}: {reason}", "", 0);
}
