using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Rewards;
using Analyzer.Rewards.Language;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Rewards;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sessions;

/// <summary>
/// Whatever the bytes: a result, or one line on what is wrong. <c>MUTATIONS</c> and <c>MUTATION_SEED</c> in the environment ask for another
/// number of inputs, and for others.
/// </summary>
public sealed class MutatedInputTests : IDisposable
{
    private const int Usual = 20_000;
    private const int LongestLine = 600;
    private const long MostBytes = 400L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly RewardRows Rows = new(Runs.Small);

    private readonly TempFolder folder = new();

    [Fact]
    public void Every_mutated_input_gives_a_result_or_one_line()
    {
        var (count, seed) = (Number("MUTATIONS", Usual), Number("MUTATION_SEED", 1));
        var kinds = Kinds();
        var mutator = new Mutator(seed);
        for (var i = 0; i < count; i++)
        {
            var (name, file, originals, read) = kinds[i % kinds.Length];
            var content = mutator.Damage(originals[mutator.Below(originals.Length)]);
            var path = folder.Write(file, content);
            Try($"{name}, input {i} of seed {seed}", content, named: name == "expression" ? "" : path, () => read(content, path));
        }
    }

    public void Dispose() => folder.Dispose();

    private static void Try(string what, byte[] content, string named, Action read)
    {
        var (start, bytes) = (ProcessorTime.Spent, GC.GetAllocatedBytesForCurrentThread());
        try
        {
            read();
        }
        catch (Exception error) when (error is RunException or ExpressionException or ArchiveException)
        {
            var line = ControlCharacters.Escape(error.Message);
            Assert.True(line.Contains(named, StringComparison.Ordinal), $"{what}: does not name the file: {line}");
            Assert.True(line.Length is > 10 and < LongestLine && !line.Any(char.IsControl), $"{what}: {line}");
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}: {error}\n{Convert.ToBase64String(content)}");
        }

        Assert.True(ProcessorTime.Spent - start < Longest, $"{what}: too slow\n{Convert.ToBase64String(content)}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - bytes < MostBytes, $"{what}: too large\n{Convert.ToBase64String(content)}");
    }

    private (string Name, string File, byte[][] Originals, Action<byte[], string> Read)[] Kinds()
    {
        var csv = string.Join('\n', File.ReadLines(SampleRun.LogIn(SampleRun.Bundled)).Take(12));
        var log = string.Join('\n', csv.Split('\n').Skip(1).Select(line => $"[agent] SIM_TRACE_LOG:{line}"));
        var metadata = """{"action_space":[{"steering_angle":-30,"speed":1.5,"index":0},{"steering_angle":30,"speed":4,"index":1}]}""";
        var continuous = """{"action_space":{"speed":{"low":0.5,"high":4},"steering_angle":{"low":-30,"high":30}}}""";
        var rewards = """{"Speed":"{speed}**2","Off":"(-20 if {episode_status}=='off_track' else 0)","Old":{"expression":"prev(x, 2)"}}""";
        var expressions = File.ReadAllLines(
            Path.Combine(SharedFiles.RepositoryRoot, "Analyzer.Tests", "Rewards", "hand-picked-expressions.txt"));
        var entries = new[] { ("a/0-iteration.csv", Bytes(csv)), ("a/b.json", Bytes(metadata)) };
        return
        [
            ("CSV", "a.csv", [Bytes(csv)], (_, path) => SimTraceReader.Read(path)),
            ("simulator log", "a.log", [Bytes(log)], (_, path) => SimTraceReader.Read(path)),
            ("metrics", "m.json", [File.ReadAllBytes(SampleRun.MetricsIn(SampleRun.Bundled))], (_, path) => EvaluationMetrics.Read(path)),
            ("metadata", "model_metadata.json", [Bytes(metadata), Bytes(continuous)], (_, path) => ActionSpace.FromMetadata(path)),
            ("rewards", "rewards.json", [Bytes(rewards)], (_, path) => RewardSetFile.Read(path)),
            ("expression", "e.txt", [.. expressions.Where(line => line.Length > 0).Select(Bytes)], (content, _) => Evaluate(content)),
            ("npy", "t.npy", [File.ReadAllBytes(SampleRun.TrackFile)[..2000]], (_, path) => NpyFile.Read(path, "give another")),
            ("HUD file", "v.hud.csv", [Bytes("frame,row,speed,clock_ms\n0,,0.00,0\n1,0,1.25,66\n2,1,,133\n")],
                (content, _) => HudFile.TryParse(content)),
            ("tar", "a.tar", [File.ReadAllBytes(Archives.Tar(folder.Path("o.tar"), entries))], (_, path) => ReadAll(path)),
            ("packed tar", "a.tar.gz", [File.ReadAllBytes(Archives.Tar(folder.Path("o.tar.gz"), entries))], (_, path) => ReadAll(path)),
            ("zip", "a.zip", [File.ReadAllBytes(Archives.Zip(folder.Path("o.zip"), entries))], (_, path) => ReadAll(path)),
        ];
    }

    private static void Evaluate(byte[] content) => RewardExpression
        .Parse(Encoding.UTF8.GetString(content), Rows).Evaluate("a", Stopwatch.GetTimestamp(), TestContext.Current.CancellationToken);

    private static void ReadAll(string path)
    {
        foreach (var entry in InputFile.OpenArchive(path).Entries) InputFile.ReadBytes($"{path}!{entry.Name}", "give another");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
