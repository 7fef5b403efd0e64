using System.Globalization;
using System.Text.Json;

namespace Analyzer.Logs;

/// <summary>Numbers in the simulator's JSON files, some versions of which write them as text.</summary>
internal static class JsonNumber
{
    /// <summary>The finite number a property holds, as a number or as text; null where there is none.</summary>
    public static double? Find(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }
}
