using Analyzer.Platform;

namespace Analyzer.Rewards;

/// <summary>A part of a reward: a name and the expression that gives its value in a row.</summary>
/// <param name="Name">The name that plots and tables show.</param>
/// <param name="Expression">The expression's text.</param>
/// <param name="Origin">Where it was written, for messages: a file with line and column, or an option; empty for a default.</param>
internal sealed record RewardComponent(string Name, string Expression, string Origin = "")
{
    /// <summary>The column of the reward as a whole: no component's name.</summary>
    public const string FinalName = "final";

    /// <summary>The value of an option <c>--reward NAME=EXPR</c>.</summary>
    /// <exception cref="RunException">It has no name or no expression.</exception>
    public static RewardComponent ParseOption(string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) throw new RunException($"--reward {option}: a name, `=` and an expression are needed, as in Speed=speed**2.");
        var component = new RewardComponent(option[..equals].Trim(), option[(equals + 1)..].Trim(), $"--reward {option[..equals].Trim()}");
        return WhyNotAName(component.Name) is { } reason ? throw new RunException($"--reward {option}: {reason}.") : component;
    }

    /// <summary>What is wrong with a name; null for a good one.</summary>
    internal static string? WhyNotAName(string name) => name.Trim() switch
    {
        "" => "a component needs a name",
        FinalName => $"`{FinalName}` is the name of the sum; give the component another",
        _ => null,
    };
}
