using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

/// <summary>An ffmpeg that does not do what it is asked for: said, and nothing is left.</summary>
public sealed class FfmpegFaultTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();
    private readonly TempFolder programs = new();

    public void Dispose()
    {
        run.Dispose();
        programs.Dispose();
    }

    [Fact]
    public async Task One_that_ends_well_and_writes_nothing_has_written_nothing()
    {
        var output = run.Beside("out.mp4");

        var result = await AnalyzerProcess.Run(WithFfmpeg("cat >/dev/null"), Render(output));

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{output}: ffmpeg stopped writing it", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(output)!));
    }

    [Fact]
    public async Task One_that_hangs_is_ended_with_the_program()
    {
        var (output, started) = (run.Beside("out.mp4"), run.Beside("started"));
        using var program = AnalyzerProcess.Start(WithFfmpeg($"touch {started}; exec sleep 97"), Render(output));
        Assert.True(await Poll.Until(() => program.HasEnded || File.Exists(started)), "it starts ffmpeg");

        program.Signal("-TERM");

        Assert.Equal(ExitCodes.Interrupted, (await program.Result()).ExitCode);
        Assert.Equal([started], Directory.EnumerateFiles(Path.GetDirectoryName(output)!));
    }

    [Fact]
    public async Task One_that_hangs_ends_with_the_program_that_is_killed()
    {
        Assert.SkipWhen(SystemProgram.TryOutput("setpriv", "--version") is null, "there is no setpriv here");
        var started = run.Beside("started");
        using var program = AnalyzerProcess.Start(
            WithFfmpeg($"echo $$ > {started}.new; mv {started}.new {started}; exec sleep 97"), Render(run.Beside("out.mp4")));
        Assert.True(await Poll.Until(() => program.HasEnded || File.Exists(started)), "it starts ffmpeg");
        var ffmpeg = $"/proc/{File.ReadAllText(started).Trim()}/cmdline";

        program.Signal("-KILL");

        Assert.True(await Poll.Until(() => !File.Exists(ffmpeg) || File.ReadAllText(ffmpeg).Length == 0), "it ends");
    }

    [Fact]
    public async Task A_full_output_is_said_plainly()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");

        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "sh", ["-c", $"dotnet {AnalyzerProcess.Path} runs {run.Model} > /dev/full"])
        {
            RedirectStandardError = true,
        })!;
        var errors = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("report it", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private (string Name, string? Value)[] WithFfmpeg(string script)
    {
        var program = programs.Write("ffmpeg", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        return [("PATH", $"{programs.Root}:{Environment.GetEnvironmentVariable("PATH")}")];
    }

    private string[] Render(string output) => ["render", "--model", run.Model, "--keep-log", "--to", "5", "-o", output];
}
