namespace Analyzer.Tests.Rewards;

/// <summary>Makes expressions at random, the same ones for the same seed.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] Numbers
        = ["0", "1", "2", "3", "-1", "7", "10", "0.5", "2.5", "1e-3", "-0.0", "3.25", "100", "True", "1e200"];

    private static readonly string[] Columns =
    [
        "speed", "steps", "progress", "X", "{Y}", "yaw", "steer", "throttle", "{action}", "closest_waypoint", "track_len",
        "tstamp", "heading",
        "steering_angle", "x", "y", "{all_wheels_on_track}", "done", "is_offtrack", "closest_waypoints[1]", "prev(progress)",
        "prev(x, 3)", "episode",
    ];

    private static readonly string[] Functions =
    [
        "abs", "round", "int", "float", "bool", "sqrt", "math.exp", "log", "sin", "math.cos", "tan", "atan", "floor",
        "math.ceil", "degrees", "radians", "fabs",
    ];

    private readonly Random random = new(seed);

    /// <summary>One more expression.</summary>
    public string Next() => Number(random.Next(1, 5));

    private string Number(int depth)
    {
        if (depth == 0) return Leaf();
        return random.Next(12) switch
        {
            0 or 1 => $"{Number(depth - 1)} {One("+", "-", "*", "/", "//", "%")} {Number(depth - 1)}",
            2 or 3 => $"({Number(depth - 1)}) {One("+", "-", "*", "/", "//", "%")} ({Number(depth - 1)})",
            4 => $"{Leaf()} ** {One("2", "0.5", "-1", "3", "-0.5", "0", "-2.5")}",
            5 => $"{One(Functions)}({Number(depth - 1)})",
            6 => $"{One("min", "max", "hypot", "atan2", "copysign")}({Number(depth - 1)}, {Number(depth - 1)})",
            7 => $"({Number(depth - 1)} if {Condition(depth - 1)} else {Number(depth - 1)})",
            8 => $"-{Leaf()} ** 2 {One("+", "-", "*")} {Number(depth - 1)}",
            9 => $"({Condition(depth - 1)})",
            10 => $"round({Number(depth - 1)}, {random.Next(-2, 6)})",
            _ => $"({Number(depth - 1)} {One("and", "or")} {Number(depth - 1)})",
        };
    }

    private string Condition(int depth)
    {
        if (depth == 0) return $"{Leaf()} {Order()} {Leaf()}";
        return random.Next(6) switch
        {
            0 => $"{Number(depth - 1)} {Order()} {Leaf()} {Order()} {Leaf()}",
            1 => $"not {Condition(depth - 1)}",
            2 => $"({Condition(depth - 1)}) {One("and", "or")} {Condition(depth - 1)}",
            3 => $"{Leaf()} {One("in", "not in")} ({Leaf()}, {Leaf()}, {Leaf()})",
            4 => $"episode_status {One("==", "!=", "<")} {One("'in_progress'", "'off_track'", "\"pause\"")}",
            _ => $"({Number(depth - 1)}) {Order()} ({Number(depth - 1)})",
        };
    }

    private string Order() => One("<", "<=", ">", ">=", "==", "!=");

    private string Leaf() => One(random.Next(3) == 0 ? Numbers : Columns);

    private string One(params string[] choices) => choices[random.Next(choices.Length)];
}
