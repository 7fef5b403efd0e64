using System.Diagnostics;
using System.Text;

namespace Analyzer.Tests.Support.Processes;

/// <summary>What a finished run of the program left.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines on the standard error.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The published program as a process of its own, as a user starts it.</summary>
public sealed class AnalyzerProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly StringBuilder errors = new();

    private AnalyzerProcess(IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment)
    {
        // A shell in the background or under nohup has signals ignored, and what it starts inherits that.
        var start = new ProcessStartInfo("env", ["--default-signal=HUP,INT,QUIT,TERM", "dotnet", Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors) errors.Append(line.Data).Append('\n');
        };
        process.BeginErrorReadLine();
    }

    /// <summary>The program's file, for <c>dotnet</c>.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "published", "analyzer.dll");

    /// <summary>Starts it.</summary>
    public static AnalyzerProcess Start(params IEnumerable<string> arguments) => new(arguments, []);

    /// <summary>Starts it with some variables of its environment set, or taken away where they are null.</summary>
    public static AnalyzerProcess Start((string Name, string? Value)[] environment, params string[] arguments) =>
        new(arguments, environment);

    /// <summary>Runs it to its end.</summary>
    public static Task<ProgramResult> Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs it to its end with some variables of its environment set, or taken away where they are null.</summary>
    public static async Task<ProgramResult> Run((string Name, string? Value)[] environment, params string[] arguments)
    {
        using var program = new AnalyzerProcess(arguments, environment);
        return await program.Result();
    }

    /// <summary>Its number in the system.</summary>
    public int Id => process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => Signal("-INT");

    /// <summary>Sends it a signal, as <c>kill</c> names it; one that has ended gets none.</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [signal, $"{process.Id}"]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    /// <summary>What it has written to the standard error until now.</summary>
    public string ErrorsSoFar
    {
        get
        {
            lock (errors) return errors.ToString();
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="what">What was done to it, for a failure's message.</param>
    public async Task<ProgramResult> Result(string what = "run")
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(3 * Poll.Timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"It does not end ({what}). It has said: {ErrorsSoFar}");
        }

        return new ProgramResult(process.ExitCode, await output, ErrorsSoFar);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
