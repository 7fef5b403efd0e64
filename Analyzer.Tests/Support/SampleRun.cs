using System.Collections.Immutable;
using Analyzer.Commands;
using Analyzer.Hud;
using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Sessions;
using CsvHelper;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Support;

/// <summary>A copy of the bundled sample in a folder of its own.</summary>
public sealed class SampleRun : IDisposable
{
    /// <summary>Frames of its video.</summary>
    public const int FrameCount = 742;

    private static readonly Lazy<HudFile> Truth = new(ReadTruth);

    private readonly TempFolder folder = new();

    private SampleRun()
    {
        var sample = System.IO.Path.Combine(SharedFiles.RepositoryRoot, "samples", "reinvent");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories).Where(IsOfTheSample))
            File.Copy(file, folder.Path(System.IO.Path.Combine("my_model", System.IO.Path.GetRelativePath(sample, file))));
    }

    /// <summary>As it is bundled: its HUD has not been read yet.</summary>
    public static SampleRun Unread() => new();

    /// <summary>With the HUD's readings beside the video, each frame's exactly as it was drawn.</summary>
    public static SampleRun Read()
    {
        var run = new SampleRun();
        Truth.Value.Write(run.Video, HudFileStamp.Of(run.Video));
        return run;
    }

    /// <summary>The model folder.</summary>
    public string Model => System.IO.Path.Combine(folder.Root, "my_model");

    public string Video => System.IO.Path.Combine(Model, "evaluation-0-video.mp4");

    public string Log
        => Directory.EnumerateFiles(System.IO.Path.Combine(Model, "sim-trace"), "*.csv", SearchOption.AllDirectories).Single();

    /// <summary>The row in each frame.</summary>
    public static ImmutableArray<int?> Rows => Truth.Value.Rows;

    /// <summary>A path beside the model folder.</summary>
    public string Beside(string name) => folder.Path(name);

    /// <summary>Opens it in this process; the log stays as it is.</summary>
    internal OpenedRun Open() => new RunOpener(new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System))
        .Open(new RunSelection(Model, null, null, null, KeepLog: true), rescan: false, TestContext.Current.CancellationToken);

    /// <summary>What the program begins with: the default settings and rewards.</summary>
    internal static OverlaySettings SettingsOf(OpenedRun run)
    {
        var timeline = run.Evaluation.Timeline;
        var rows = new RewardRows(
            timeline.Trace,
            [.. timeline.Trace.Rows.Select(row => timeline.ReadingOf(row.Index)?.SpeedMetresPerSecond)]);
        return new OverlaySettings { Rewards = new RewardState(RewardTable.Evaluate(RewardSet.Default, rows)) };
    }

    public void Dispose() => folder.Dispose();

    private static bool IsOfTheSample(string path) => !(path.EndsWith(".hud.csv", StringComparison.Ordinal)
        || path.EndsWith(".bak", StringComparison.Ordinal) || System.IO.Path.GetFileName(path)
            .StartsWith("deepracer_analysis_", StringComparison.Ordinal));

    private static HudFile ReadTruth()
    {
        using var records = CsvReader.FromFile(
            System.IO.Path.Combine(SharedFiles.RepositoryRoot, "Analyzer.Tests", "Fixtures", "reinvent-truth.csv"));
        var readings = ImmutableArray.CreateBuilder<HudReading>();
        var rows = ImmutableArray.CreateBuilder<int?>();
        while (records.Read())
        {
            readings.Add(new HudReading((int)Math.Round(records["speed"].Parse<double>() * 100), records["clock_ms"].Parse<int>()));
            rows.Add(records["row"].Parse<int>() is >= 0 and var row ? row : null);
        }

        return new HudFile(readings.ToImmutable(), rows.ToImmutable());
    }
}
