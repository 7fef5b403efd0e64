using System.Diagnostics;
using System.Text.RegularExpressions;
using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Playback.Window;

/// <summary>A display that goes away while the player is on it: a display of the test's own.</summary>
public sealed class LostDisplayTests : IDisposable
{
    private readonly SampleRun run = SampleRun.ReadBeginning();
    private readonly TempFolder temporary = new();

    [Theory]
    [InlineData("the server killed while it plays", "Shift_L", false)]
    [InlineData("the server killed while it records", "r", true)]
    [InlineData("the server killed in a pause of the recording", "r p", true)]
    [InlineData("the connection closed by the server while it records", "r", true)]
    public async Task A_recording_is_finished_and_what_happened_is_said(string what, string keys, bool records)
    {
        if (!SystemProgram.Has("Xvfb") || !SystemProgram.Has("xdotool")) Assert.Skip("Xvfb or xdotool is not installed: skipped");
        using var server = Process.Start(new ProcessStartInfo(
            "Xvfb", ["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var display = $":{await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)}";
            using var program = AnalyzerProcess.Start(
                [("DISPLAY", display), ("TMPDIR", temporary.Root)], "play", "--model", run.Model, "--keep-log");
            string[] xdotool = [$"DISPLAY={display}", "xdotool"];
            string? window = null;
            Assert.True(
                await Poll.Until(() => (window = SystemProgram.TryOutput(
                    "env", [.. xdotool, "search", "--onlyvisible", "--name", "DeepRacer"])?.Trim()) is not null),
                program.ErrorsSoFar);
            SystemProgram.Output("env", [.. xdotool, "windowfocus", window!, "key", "--delay", "300", .. keys.Split(' ')]);
            if (records) Assert.True(await Poll.Until(() => Parts().Any(part => new FileInfo(part).Length > 0)), "it records");

            if (what.Contains("closed", StringComparison.Ordinal)) SystemProgram.Output("env", [.. xdotool, "windowkill", window!]);
            else server.Kill();

            var result = await program.Result(what);
            var line = result.ErrorLines[^1];
            Assert.StartsWith("The display that the window was on is gone;", line, StringComparison.Ordinal);
            Assert.Equal((ExitCodes.NotAnalysed, ""), (result.ExitCode, result.Output));
            AssertLeft(records, result.ErrorLines[^2]);
        }
        finally
        {
            server.Kill();
        }
    }

    public void Dispose()
    {
        run.Dispose();
        temporary.Dispose();
    }

    private string[] Parts() => Directory.GetFiles(run.Model, ".*.part*");

    private void AssertLeft(bool records, string said)
    {
        Assert.Empty(Parts());
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Root));
        Assert.DoesNotContain(Processes(), command => command.Contains(run.Model, StringComparison.Ordinal));
        var recordings = Directory.GetFiles(run.Model, "*.mp4").Where(file => file != run.Video);
        if (!records)
        {
            Assert.Empty(recordings);
            return;
        }

        var recording = Assert.Single(recordings);
        Assert.Equal($"Written: {recording}", said);
        var counted = SystemProgram.Output(
            "ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_frames,nb_read_frames", "-of", "csv=p=0", recording);
        Assert.Matches(new Regex(@"^([1-9]\d*),\1$"), counted.Trim());
    }

    private static IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc")
        .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        });
}
