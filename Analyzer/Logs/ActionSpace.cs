using System.Collections.Immutable;
using System.Text.Json;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>An action of the action space: a steering angle and a speed.</summary>
/// <param name="Index">Its number: its place in the action space, from 0.</param>
/// <param name="SteeringDegrees">Positive to the left.</param>
/// <param name="SpeedMetresPerSecond">The speed that is commanded.</param>
internal readonly record struct ActionChoice(int? Index, double SteeringDegrees, double SpeedMetresPerSecond);

/// <summary>The action space: all actions that the car may choose from, or the limits of a continuous one.</summary>
/// <param name="Choices">Every action, by index; empty when continuous.</param>
/// <param name="IsContinuous">True where the car chooses any steering and speed within limits.</param>
/// <param name="MaxSteeringDegrees">The largest angle to either side; 30 where there is none but straight on.</param>
/// <param name="MaxSpeedMetresPerSecond">The highest speed; 4 where there is none above 0.</param>
internal sealed record ActionSpace(
    ImmutableArray<ActionChoice> Choices, bool IsContinuous, double MaxSteeringDegrees, double MaxSpeedMetresPerSecond)
{
    /// <summary>The angles that a continuous space of a file allows, degrees; null where no file says.</summary>
    public (double Low, double High)? Steering { get; private init; }

    /// <summary>The speeds that a continuous space of a file allows, metres a second; null where no file says.</summary>
    public (double Low, double High)? Speed { get; private init; }

    // The console allows 30; more than these can be told apart neither in a picture nor in a table.
    private const int MaxChoices = 1000;
    private const double UsualSteeringDegrees = 30;
    private const double UsualSpeedMetresPerSecond = 4;
    private const string Remedy = "download the model's model_metadata.json again, or remove it to go by the log alone";

    /// <summary>The action space of a <c>model_metadata.json</c>: a list of actions, or the limits of a continuous one.</summary>
    /// <exception cref="RunException">The file can't be read or holds no action space.</exception>
    public static ActionSpace FromMetadata(string path) => InputFile.ReadJson(path, Remedy, root =>
    {
        var space = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("action_space", out var property) ? property : default;
        return space.ValueKind switch
        {
            JsonValueKind.Array when space.GetArrayLength() > MaxChoices =>
                throw new RunException(
                    $"{path}: action_space has {space.GetArrayLength()} actions, expected at most {MaxChoices}; {Remedy}."),
            JsonValueKind.Array when space.GetArrayLength() > 0 => Discrete(space, path),
            JsonValueKind.Object => Continuous(space, path),
            _ => throw new RunException($"{path}: there is no action_space, expected a list of actions or their limits; {Remedy}."),
        };
    });

    /// <summary>
    /// The actions that a log shows; those that the car never chose are missing. A log with more than a thousand is taken for one of
    /// continuous actions.
    /// </summary>
    public static ActionSpace FromTrace(SimTrace trace)
    {
        var chosen = new Dictionary<int, SimTraceRow>();
        foreach (var row in trace.Rows)
            if (row.Action is { } action) chosen.TryAdd(action, row);

        int[] actions = chosen.Count > MaxChoices ? [] : [.. chosen.Keys];
        Array.Sort(actions);
        var choices = ImmutableArray.CreateBuilder<ActionChoice>(actions.Length);
        foreach (var action in actions)
            choices.Add(new ActionChoice(action, chosen[action].SteeringDegrees, chosen[action].ThrottleMetresPerSecond));

        return Limited(
            choices.DrainToImmutable(), actions.Length == 0, trace.Rows.Select(row => row.SteeringDegrees),
            trace.Rows.Select(row => row.ThrottleMetresPerSecond));
    }

    private static ActionSpace Discrete(JsonElement list, string path)
    {
        // What a file calls "index" is another thing: people who edit the list by hand leave it as it is.
        var choices = list.EnumerateArray()
            .Select((action, place) => new ActionChoice(place, Number(action, "steering_angle", path), Number(action, "speed", path)))
            .ToImmutableArray();
        return Limited(
            choices, false, choices.Select(choice => choice.SteeringDegrees), choices.Select(choice => choice.SpeedMetresPerSecond));
    }

    private static ActionSpace Continuous(JsonElement limits, string path)
    {
        double[] Ends(string name)
        {
            var ends = limits.TryGetProperty(name, out var property) ? property : default;
            double[] pair = [Number(ends, "low", path), Number(ends, "high", path)];
            return [pair.Min(), pair.Max()];
        }

        var (steering, speed) = (Ends("steering_angle"), Ends("speed"));
        return Limited([], true, steering, speed) with { Steering = (steering[0], steering[1]), Speed = (speed[0], speed[1]) };
    }

    private static ActionSpace Limited(
        ImmutableArray<ActionChoice> choices, bool isContinuous, IEnumerable<double> steering, IEnumerable<double> speeds) => new(
            choices,
            isContinuous,
            LargestOf(steering, UsualSteeringDegrees),
            LargestOf(speeds, UsualSpeedMetresPerSecond));

    private static double LargestOf(IEnumerable<double> values, double usual)
    {
        var largest = 0.0;
        foreach (var value in values)
            if (double.IsFinite(value)) largest = Math.Max(largest, Math.Abs(value));

        return largest > 0 ? largest : usual;
    }

    private static double Number(JsonElement parent, string name, string path) => JsonNumber.Find(parent, name)
        ?? throw new RunException($"{path}: an entry of action_space has no number \"{name}\"; {Remedy}.");
}
