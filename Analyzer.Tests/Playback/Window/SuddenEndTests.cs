using System.Globalization;
using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Playback.Window;

/// <summary>The player ended at any moment while it reads the video; <c>KILLS</c> in the environment asks for a larger number.</summary>
[Collection("window")]
public sealed class SuddenEndTests
{
    private const int Usual = 32;
    private const int AtOnce = 4;
    private const int Seed = 20261125;
    private const int Frames = 60;
    private const int LongestMilliseconds = 1500;
    private const int LongestMillisecondsOfWriting = 50;
    private const string CloseTheWindow = "closed";

    [Fact]
    public async Task Whenever_it_is_killed_closed_or_interrupted_log_and_readings_are_the_old_or_the_new_ones()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))) Assert.Skip("There is no display (DISPLAY): skipped");
        using var scanned = SampleRun.UnreadBeginning(Frames);
        Assert.Equal(0, AnalyzerInProcess.Run("scan", "--model", scanned.Model).ExitCode);
        var before = File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled));
        byte[] log = File.ReadAllBytes(scanned.Log), readings = File.ReadAllBytes(HudFile.PathFor(scanned.Video));
        var random = new Random(Seed);
        string[] ways = ["-KILL", "-INT", "-TERM", "-HUP", CloseTheWindow];

        var ends = int.TryParse(Environment.GetEnvironmentVariable("KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : Usual;
        var moments = Enumerable.Range(0, ends).Select(end => end % 2 == 0
            ? new End(ways[end % ways.Length], IsOfWriting: false, random.Next(LongestMilliseconds))
            : new End(ways[end % ways.Length], IsOfWriting: true, random.Next(LongestMillisecondsOfWriting))).ToList();
        var written = 0;
        await Parallel.ForEachAsync(
            moments,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (end, cancellation) =>
            {
                using var run = SampleRun.UnreadBeginning(Frames);
                var files = Directory.GetFiles(run.Model).Length;
                using (var program = AnalyzerProcess.Start("play", "--model", run.Model))
                {
                    if (end.IsOfWriting)
                        Assert.True(await Poll.Until(() => program.HasEnded || Directory.GetFiles(run.Model).Length > files), "it writes");
                    await Task.Delay(end.Milliseconds, cancellation);
                    if (end.Way != CloseTheWindow || !Close(program)) program.Signal(end.Way == CloseTheWindow ? "-TERM" : end.Way);
                    await program.Result($"{end}");
                }

                var what = $"{end}";
                var kept = HudFile.PathFor(run.Video);
                var logNow = File.ReadAllBytes(run.Log);
                var isWritten = logNow.SequenceEqual(log);
                if (isWritten) Interlocked.Increment(ref written);
                Assert.True(isWritten || logNow.SequenceEqual(before), what);
                Assert.True(!File.Exists(kept) || File.ReadAllBytes(kept).SequenceEqual(readings), what);
                Assert.True(!isWritten || File.Exists(kept), what);
                Assert.True(!File.Exists($"{run.Log}.bak") || File.ReadAllBytes($"{run.Log}.bak").SequenceEqual(before), what);
            });
        Assert.InRange(written, 1, ends - 1);
    }

    private sealed record End(string Way, bool IsOfWriting, int Milliseconds)
    {
        public override string ToString() => $"{Way}, {Milliseconds} ms after {(IsOfWriting ? "it began to write" : "its start")}";
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
