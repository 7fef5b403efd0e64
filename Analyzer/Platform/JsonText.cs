using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analyzer.Platform;

/// <summary>Serializes values as indented JSON, their properties' names in camel case.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new FiniteNumber() },
    };

    /// <summary>A value's text.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Numbers to a millionth; null for what is no number, which JSON can't say.</summary>
    private sealed class FiniteNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            // Small ones keep their digits; adding 0 takes the sign from -0.
            if (double.IsFinite(value)) writer.WriteNumberValue(Math.Abs(value) < 0.001 ? value + 0.0 : Math.Round(value, 6) + 0.0);
            else writer.WriteNullValue();
        }
    }
}
