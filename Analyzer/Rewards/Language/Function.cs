namespace Analyzer.Rewards.Language;

/// <summary>A function that expressions can call.</summary>
/// <param name="MinArguments">The fewest arguments it takes.</param>
/// <param name="MaxArguments">The most arguments it takes.</param>
/// <param name="Call">Its value for some arguments.</param>
internal sealed record Function(int MinArguments, int MaxArguments, Func<Value[], Value> Call)
{
    /// <summary>No limit to the arguments.</summary>
    public const int Any = int.MaxValue;

    /// <summary>How many arguments it takes, in words.</summary>
    public string Arity => (MinArguments, MaxArguments) switch
    {
        (1, 1) => "1 value",
        var (least, most) when least == most => $"{least} values",
        (_, Any) => $"at least {MinArguments} value{(MinArguments == 1 ? "" : "s")}",
        _ => $"{MinArguments} to {MaxArguments} values",
    };
}
