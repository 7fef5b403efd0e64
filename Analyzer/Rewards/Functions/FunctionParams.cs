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
    private const string NoObjects =
        "\"closest_objects\":[0,0],\"objects_location\":[],\"objects_left_of_center\":[],\"object_in_camera\":false," +
        "\"objects_speed\":[],\"objects_heading\":[],\"objects_distance_from_center\":[],\"objects_distance\":[]";

    private static readonly string[] OfRow =
    [
        "all_wheels_on_track", "x", "y", "heading", "distance_from_center", "projection_distance", "progress", "steps", "steering_angle",
        "track_width", "track_length", "closest_waypoints", "is_left_of_center", "is_reversed", "is_crashed", "is_offtrack",
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

    /// <summary>The first line: the function's file, seconds to run, lines to print, and the waypoints of all rows.</summary>
    public string Head(string path, TimeSpan limit, int prints)
    {
        var waypoints = rows.Track?.Waypoints.Select(point => new[] { point.X, point.Y }) ?? [];
        return JsonSerializer.Serialize(new { path, limit = limit.TotalSeconds, prints, waypoints });
    }

    /// <summary>A row's line. Here <c>speed</c> is the commanded one, as in the simulator.</summary>
    public string Row(int row)
    {
        var json = new StringBuilder("{");
        foreach (var (name, values) in columns) Append(json.Append('"').Append(name).Append("\":"), values[row]).Append(',');
        Append(json.Append("\"speed\":"), Value.Of(rows.Trace.Rows[row].ThrottleMetresPerSecond));
        return json.Append(',').Append(NoObjects).Append('}').ToString();
    }

    // Floats keep a dot or an exponent, by which Python tells them from ints.
    private static StringBuilder Append(StringBuilder json, Value value) => value.Kind switch
    {
        ValueKind.Bool => json.Append(value.Truth ? "true" : "false"),
        ValueKind.Int => json.Append(value.Integer.ToString(CultureInfo.InvariantCulture)),
        ValueKind.Float when value.Float == Math.Floor(value.Float) && Math.Abs(value.Float) < 1e15 =>
            json.Append(value.Float.ToString("F1", CultureInfo.InvariantCulture)),
        ValueKind.Float => json.Append(value.Float.ToString("R", CultureInfo.InvariantCulture)),
        ValueKind.List or ValueKind.Tuple => Append(json, value.Items),
        _ => json.Append("null"),
    };

    private static StringBuilder Append(StringBuilder json, Value[] items)
    {
        json.Append('[');
        for (var i = 0; i < items.Length; i++) Append(i > 0 ? json.Append(',') : json, items[i]);
        return json.Append(']');
    }
}
