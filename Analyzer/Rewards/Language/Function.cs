namespace Analyzer.Rewards.Language;

/// <summary>A function that expressions can call.</summary>
/// <param name="Least">The least arguments it takes.</param>
/// <param name="Most">The most arguments it takes.</param>
/// <param name="Call">What it does.</param>
internal sealed record Function(int Least, int Most, Func<Value[], Value> Call)
{
    /// <summary>No limit to the arguments.</summary>
    public const int Any = int.MaxValue;

    /// <summary>How many arguments it takes, in words.</summary>
    public string Arity => (Least, Most) switch
    {
        (1, 1) => "1 value",
        var (least, most) when least == most => $"{least} values",
        (_, Any) => $"at least {Least} value{(Least == 1 ? "" : "s")}",
        _ => $"{Least} to {Most} values",
    };
}
