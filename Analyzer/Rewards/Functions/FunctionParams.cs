using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analyzer.Rewards.Language;

namespace Analyzer.Rewards.Functions;

/// <summary>
/// The params of a DeepRacer reward function in each row, as JSON lines: all that the log and the track can give. The objects on the
/// track are in no log; their params are those of a track without any.
/// </summary>
internal sealed class FunctionParams
{
    private static readonly string[] OfRow =
    [
        "all_wheels_on_track", "x", "y", "heading", "distance_from_center", "projection_distance", "progress", "steps", "steering_angle",
        "track_width", "track_length", "closest_waypoints", "is_left_of_center", "is_reversed", "is_crashed", "is_offtrack", "timestamp",
    ];

    private readonly RewardRows rows;
    private readonly (string Name, Value[] Values)[] columns;

    public FunctionParams(RewardRows rows)
    {
        this.rows = rows;
        columns = [.. OfRow.Where(name => rows.Table.Find(name) is not null).Select(name => (name, rows.Table.Find(name)!))];
    }

    /// <summary>The names of all params.</summary>
    public IEnumerable<string> Names =>
        [.. columns.Select(column => column.Name), "speed", .. rows.Track is null ? Array.Empty<string>() : ["waypoints"]];

    /// <summary>
    /// The first line: the function's file, seconds to run for all and for one row, lines to print, the waypoints of all rows, and the
    /// names of the params that tell of objects.
    /// </summary>
    public string Head(string path, TimeSpan limit, TimeSpan rowLimit, int prints)
    {
        var waypoints = rows.Track?.Waypoints.Select(point => new[] { point.X, point.Y }) ?? [];
        return JsonSerializer.Serialize(new
        {
            path,
            limit = limit.TotalSeconds,
            rowLimit = rowLimit.TotalSeconds,
            prints,
            waypoints,
            objects = RewardRows.ObjectNames,
        });
    }

    /// <summary>A row's line. Here <c>speed</c> is the commanded one, as in the simulator.</summary>
    public string Row(int row)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            foreach (var (name, values) in columns) Write(json, name, values[row]);
            Write(json, "speed", Value.Of(rows.Trace.Rows[row].ThrottleMetresPerSecond));
            foreach (var name in RewardRows.ObjectNames) Write(json, name, WithoutObjects(name));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static Value WithoutObjects(string name) => name switch
    {
        "closest_objects" => Value.ListOf(Value.Of(0L), Value.Of(0L)),
        "object_in_camera" => Value.Of(false),
        _ => Value.ListOf(),
    };

    private static void Write(Utf8JsonWriter json, string name, Value value)
    {
        json.WritePropertyName(name);
        Write(json, value);
    }

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                json.WriteBooleanValue(value.Truth);
                break;
            case ValueKind.Int:
                json.WriteRawValue(value.Integer.ToString(CultureInfo.InvariantCulture));
                break;
            case ValueKind.Float:
                json.WriteRawValue(TextOf(value.Float), skipInputValidation: true);
                break;
            case ValueKind.List or ValueKind.Tuple:
                json.WriteStartArray();
                foreach (var item in value.Items) Write(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    // With a dot or an exponent, by which Python tells floats from ints; and Python reads NaN and Infinity.
    private static string TextOf(double value) =>
        value.ToString(value == Math.Floor(value) && Math.Abs(value) < 1e15 ? "F1" : "R", CultureInfo.InvariantCulture);
}
