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
        if (FaultOf(option) is { } fault) throw new RunException(fault);
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        return new RewardComponent(option[..equals].Trim(), option[(equals + 1)..].Trim(), $"--reward {option[..equals].Trim()}");
    }

    /// <summary>What is wrong with the form of such an option; null for nothing.</summary>
    public static string? FaultOf(string option) => option.Split('=', 2) is [var name, var expression] && expression.Trim().Length > 0
        ? WhyNotAName(name) is { } reason ? $"--reward {option}: {reason}." : null
        : $"--reward {option}: a name, `=` and an expression are needed, as in Speed=speed**2.";

    /// <summary>What is wrong with a name; null for a good one.</summary>
    internal static string? WhyNotAName(string name) => name.Trim() switch
    {
        "" => "a component needs a name",
        FinalName => $"`{FinalName}` is the name of the sum; give the component another",
        _ => null,
    };
}
