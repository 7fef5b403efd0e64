using System.Text.Json;
using System.Text.Json.Serialization;
using Analyzer.Reports.Analyses;

namespace Analyzer.Reports.Json;

/// <summary>The report as one JSON object.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new FiniteNumber() },
    };

    /// <summary>Its text.</summary>
    public static string Of(Report report) => JsonSerializer.Serialize(report, Options);

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
