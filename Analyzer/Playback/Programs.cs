using System.ComponentModel;
using System.Diagnostics;
using Analyzer.Logs;

namespace Analyzer.Playback;

/// <summary>Programs of the system that this one calls.</summary>
public static class Programs
{
    /// <summary>Whether a program is found on the path.</summary>
    public static bool Has(string name) => Find(name) is not null;

    /// <summary>
    /// Starts a program with its input and errors piped. Where the system has <c>setsid</c> it runs in a session of its own, so
    /// that Ctrl-C reaches this program alone, which then finishes the file.
    /// </summary>
    /// <exception cref="RunException">It can't be started.</exception>
    public static Process Start(string name, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        if (Find("setsid") is { } setsid)
        {
            start.FileName = setsid;
            start.ArgumentList.Add(name);
        }
        else
        {
            start.FileName = name;
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new RunException($"{name} can't be started; install it (Debian, Ubuntu: apt-get install {name}).", missing);
        }
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);
}
