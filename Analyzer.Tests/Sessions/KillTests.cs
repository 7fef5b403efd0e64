using System.Globalization;
using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sessions;

/// <summary>
/// The program killed (<c>kill -9</c>) while it rewrites a long log, and beside another one at work on the same folder. <c>KILLS</c> in the
/// environment asks for another number.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Usual = 4;
    private const int Copies = 60;
    private const int LongestMilliseconds = 100;

    private readonly SampleRun run = SampleRun.Read();
    private readonly Random random = new(20261128);
    private readonly string log;
    private readonly byte[] before;
    private readonly byte[] after;

    public KillTests()
    {
        log = run.Log;
        before = LongLog();
        Reset();
        Assert.Equal(0, AnalyzerInProcess.Run("scan", "--model", run.Model).ExitCode);
        after = File.ReadAllBytes(log);
        Assert.NotEqual(before, after);
    }

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("KILLS"), CultureInfo.InvariantCulture, out var kills)
        ? kills
        : Usual;

    [Fact]
    public async Task Killed_while_it_rewrites_the_log_it_leaves_the_old_one_or_the_new_one_and_the_next_start_works()
    {
        var within = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            Reset();
            var milliseconds = random.Next(LongestMilliseconds);
            using (var program = AnalyzerProcess.Start("scan", "--model", run.Model))
            {
                Assert.True(await Poll.Until(() => program.HasEnded || Parts().Length > 0), "the log is rewritten");
                await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
                program.Signal("-KILL");
                await program.Result();
            }

            if (Parts().Length > 0) within++;
            AssertOldOrNew($"killed {milliseconds} ms after the rewriting began");
            Assert.Equal(0, AnalyzerInProcess.Run("scan", "--model", run.Model).ExitCode);
            Assert.Equal(after, File.ReadAllBytes(log));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{within} of {Kills} kills within the rewriting");
    }

    [Fact]
    public async Task Of_two_at_once_one_is_killed_and_the_other_does_its_work()
    {
        for (var kill = 0; kill < Math.Max(1, Kills / 4); kill++)
        {
            Reset();
            using var one = AnalyzerProcess.Start("scan", "--model", run.Model);
            using var other = AnalyzerProcess.Start("scan", "--model", run.Model);
            Assert.True(await Poll.Until(() => one.HasEnded || Parts().Length > 0), "the log is rewritten");
            one.Signal("-KILL");
            await one.Result();

            Assert.Equal(0, (await other.Result()).ExitCode);
            Assert.Equal(after, File.ReadAllBytes(log));
            Assert.Equal(before, File.ReadAllBytes($"{log}.bak"));
        }
    }

    public void Dispose() => run.Dispose();

    private void Reset()
    {
        File.WriteAllBytes(log, before);
        File.Delete($"{log}.bak");
    }

    private string[] Parts() => Directory.GetFiles(Path.GetDirectoryName(log)!, ".*.part*");

    private void AssertOldOrNew(string what)
    {
        var now = File.ReadAllBytes(log);
        Assert.True(now.AsSpan().SequenceEqual(before) || now.AsSpan().SequenceEqual(after), what);
        if (File.Exists($"{log}.bak")) Assert.Equal(before, File.ReadAllBytes($"{log}.bak"));
        Assert.True(File.Exists(HudFile.PathFor(run.Video)), what);
    }

    /// <summary>The sample's log with many more laps behind its own, so that writing it takes a moment.</summary>
    private byte[] LongLog()
    {
        var lines = File.ReadAllLines(log);
        var names = lines[0].Split(',').ToList();
        var (episode, time) = (names.IndexOf("episode"), names.IndexOf("tstamp"));
        var seconds = double.Parse(lines[^1].Split(',')[time], CultureInfo.InvariantCulture)
            - double.Parse(lines[1].Split(',')[time], CultureInfo.InvariantCulture) + 1;
        var more = from copy in Enumerable.Range(1, Copies)
                   from line in lines.Skip(1)
                   select Later(line.Split(','), copy);
        return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', [.. lines, .. more]) + "\n");

        string Later(string[] cells, int copy)
        {
            cells[episode] = $"{int.Parse(cells[episode], CultureInfo.InvariantCulture) + (3 * copy)}";
            var moved = double.Parse(cells[time], CultureInfo.InvariantCulture) + (copy * seconds);
            cells[time] = moved.ToString("F3", CultureInfo.InvariantCulture);
            return string.Join(',', cells);
        }
    }
}
