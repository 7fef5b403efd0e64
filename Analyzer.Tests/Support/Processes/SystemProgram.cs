using System.Diagnostics;
using Analyzer.Platform;

namespace Analyzer.Tests.Support.Processes;

/// <summary>Programs of the system that tests call, ffprobe and xdotool for example.</summary>
public static class SystemProgram
{
    /// <summary>Whether it is installed.</summary>
    public static bool Has(string name) => ExternalProgram.Has(name);

    /// <summary>Runs one and gives what it printed.</summary>
    public static string Output(string name, params string[] arguments)
    {
        var (code, output, errors) = Run(name, arguments);
        Assert.True(code == 0, $"{name} {string.Join(' ', arguments)}: {errors}");
        return output;
    }

    /// <summary>Runs one and gives what it printed; null where it failed.</summary>
    public static string? TryOutput(string name, params string[] arguments) => Run(name, arguments) is (0, var output, _) ? output : null;

    private static (int ExitCode, string Output, string Errors) Run(string name, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
