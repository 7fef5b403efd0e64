namespace Analyzer.Rewards.Functions;

/// <summary>The embedded Python scripts that run a reward function, and the environment that they are started in.</summary>
internal static class FunctionHost
{
    // Threads of numerical libraries count as processes, and so much as starting them takes longer than a row does.
    private static readonly string[] ThreadVariables = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"];

    /// <summary>What Python is given: the host, and where there are processes as it needs them the guard over it.</summary>
    public static string[] Arguments { get; } =
        OperatingSystem.IsLinux() ? [.. Options, Read("reward_guard.py"), Read("reward_host.py")] : [.. Options, Read("reward_host.py")];

    /// <summary>All that the function sees of the user's environment variables.</summary>
    public static IEnumerable<(string Name, string Value)> Environment =>
    [
        ("PATH", System.Environment.GetEnvironmentVariable("PATH") ?? ""),
        ("LANG", "C.UTF-8"),
        ("PYTHONSAFEPATH", "1"),
        ("TMPDIR", Path.GetTempPath()),
        .. ThreadVariables.Select(name => (name, "1")),
    ];

    private static string[] Options => ["-B", "-X", "utf8", "-c"];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(FunctionHost).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
