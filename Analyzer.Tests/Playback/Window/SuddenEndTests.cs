using System.Globalization;
using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Playback.Window;

/// <summary>The player ended at any moment while it reads the video; <c>KILLS</c> in the environment asks for another number.</summary>
[Collection("window")]
public sealed class SuddenEndTests
{
    private const int Usual = 32;
    private const int AtOnce = 4;
    private const int Seed = 20261125;
    private const int LongestMilliseconds = 3000;
    private const string CloseTheWindow = "closed";

    [Fact]
    public async Task Whenever_it_is_killed_closed_or_interrupted_log_and_readings_are_the_old_or_the_new_ones()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))) Assert.Skip("There is no display (DISPLAY): skipped");
        using var scanned = SampleRun.Unread();
        Assert.Equal(0, AnalyzerInProcess.Run("scan", "--model", scanned.Model).ExitCode);
        var before = File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled));
        byte[] log = File.ReadAllBytes(scanned.Log), readings = File.ReadAllBytes(HudFile.PathFor(scanned.Video));
        var random = new Random(Seed);
        string[] ways = ["-KILL", "-INT", "-TERM", "-HUP", CloseTheWindow];

        var ends = int.TryParse(Environment.GetEnvironmentVariable("KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : Usual;
        var moments = Enumerable.Range(0, ends).Select(end => (ways[end % ways.Length], random.Next(LongestMilliseconds))).ToList();
        await Parallel.ForEachAsync(
            moments,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (moment, cancellation) =>
            {
                var (way, milliseconds) = moment;
                using var run = SampleRun.Unread();
                using (var program = AnalyzerProcess.Start("play", "--model", run.Model))
                {
                    await Task.Delay(milliseconds, cancellation);
                    if (way != CloseTheWindow || !Close(program)) program.Signal(way == CloseTheWindow ? "-TERM" : way);
                    await program.Result();
                }

                var what = $"{way} after {milliseconds} ms";
                var kept = HudFile.PathFor(run.Video);
                var logNow = File.ReadAllBytes(run.Log);
                var isWritten = logNow.SequenceEqual(log);
                Assert.True(isWritten || logNow.SequenceEqual(before), what);
                Assert.True(!File.Exists(kept) || File.ReadAllBytes(kept).SequenceEqual(readings), what);
                Assert.True(!isWritten || File.Exists(kept), what);
                Assert.True(!File.Exists($"{run.Log}.bak") || File.ReadAllBytes($"{run.Log}.bak").SequenceEqual(before), what);
            });
    }

    // Before its window is there nobody can close it.
    private static bool Close(AnalyzerProcess program)
    {
        var found = SystemProgram.TryOutput("xdotool", "search", "--onlyvisible", "--all", "--pid", $"{program.Id}", "--name", "DeepRacer");
        if (!nint.TryParse(found?.Trim(), CultureInfo.InvariantCulture, out var window)) return false;
        CloseButton.Click(window);
        return true;
    }
}
