using System.Text;
using System.Text.Json;
using Analyzer.Platform;

namespace Analyzer.Rewards;

/// <summary>
/// Reads <c>rewards.json</c>: a JSON object of names and expressions, in their order; of a name that comes twice the later expression.
/// </summary>
internal static class RewardSetFile
{
    /// <summary>The file's name in a model folder.</summary>
    public const string Name = "rewards.json";

    private const string Remedy = "give a JSON object of names and expressions, such as {\"Speed\": \"{speed}**2\"}";
    private const int MaxBytes = 1_000_000;
    private const int MaxComponents = 100;

    /// <summary>Reads a file.</summary>
    /// <exception cref="RunException">The file is no such object; the message names file, line and column.</exception>
    public static RewardSet Read(string path)
    {
        var json = TextEncoding.WithoutMarks(InputFile.ReadText(path, Remedy));
        if (json.Length > MaxBytes) throw new RunException($"{path}: larger than {MaxBytes / 1_000_000} MB; {Remedy}.");
        try
        {
            return Components(json.Span, path);
        }
        catch (JsonException error)
        {
            var (line, column) = (error.LineNumber + 1, error.BytePositionInLine + 1);
            throw new RunException($"{path}, line {line}, column {column}: this is not valid JSON; {Remedy}.", error);
        }
    }

    private static RewardSet Components(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new RunException($"{path}: this is no JSON object; {Remedy}.");

        var set = RewardSet.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, namePlace) = (Text(ref reader, json, path), Place(json, (int)reader.TokenStartIndex, path));
            if (RewardComponent.WhyNotAName(name) is { } reason) throw new RunException($"{namePlace}: {reason}.");
            if (set.Components.Length == MaxComponents)
                throw new RunException($"{namePlace}: there are more than {MaxComponents} components.");
            reader.Read();
            set = set.With(new RewardComponent(name.Trim(), Text(ref reader, json, path), Place(json, (int)reader.TokenStartIndex, path)));
        }

        reader.Read();
        return set.Components.Length > 0 ? set : throw new RunException($"{path}: there are no components in it; {Remedy}.");
    }

    private static string Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path)
    {
        var place = Place(json, (int)reader.TokenStartIndex, path);
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw new RunException($"{place}: an expression is a text in quotes; {Remedy}.");
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new RunException($"{place}: this text is not valid UTF-8; {Remedy}.", error);
        }
    }

    private static string Place(ReadOnlySpan<byte> json, int offset, string path)
    {
        var before = json[..offset];
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"{path}, line {before.Count((byte)'\n') + 1}, column {column}";
    }
}
