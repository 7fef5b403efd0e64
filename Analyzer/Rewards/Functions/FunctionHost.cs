namespace Analyzer.Rewards.Functions;

/// <summary>The Python side of <see cref="RewardFunctionRunner"/>, kept within this program.</summary>
internal static class FunctionHost
{
    private const string Name = "reward_host.py";

    /// <summary>The program's text.</summary>
    public static string Script { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(FunctionHost).Assembly.GetManifestResourceStream(Name)!);
        return reader.ReadToEnd();
    }
}
