using System.Diagnostics;
using Analyzer.Playback;

namespace Analyzer.Tests.Support;

/// <summary>Programs of the system that tests call, ffprobe and xdotool for example.</summary>
public static class SystemProgram
{
    /// <summary>Whether it is installed.</summary>
    public static bool Has(string name) => Programs.Has(name);

    /// <summary>Runs one and gives what it printed.</summary>
    public static string Output(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{name} {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }
}
