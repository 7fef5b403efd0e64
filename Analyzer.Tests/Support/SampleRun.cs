using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Sessions;
using CsvHelper;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Support;

/// <summary>A copy of the bundled sample in a folder of its own; and what is known of the sample itself, to be read only.</summary>
internal sealed class SampleRun : IDisposable
{
    /// <summary>Frames of its video.</summary>
    public const int FrameCount = 770;

    /// <summary>Frames of its video's beginning: up to the second key frame.</summary>
    public const int BeginningFrameCount = 250;

    /// <summary>Rows of its log.</summary>
    public const int RowCount = 764;

    private static readonly string Samples = System.IO.Path.Combine(SharedFiles.RepositoryRoot, "samples");

    /// <summary>The sample's own folder.</summary>
    public static string Bundled { get; } = System.IO.Path.Combine(Samples, "run");

    private static readonly Lazy<HudFile> BundledTruth = new(() => ReadTruth(System.IO.Path.Combine(Samples, "run-truth.csv")));

    private static readonly Lazy<SimTrace> BundledTrace = new(() => SimTraceReader.Read(LogIn(Bundled)));

    private readonly TempFolder folder = new();

    private SampleRun()
    {
        foreach (var (name, content) in BundledFiles) folder.Write(System.IO.Path.Combine("my_model", name), content);
    }

    /// <summary>The sample's own files by their path in its folder, without what playing it has left there.</summary>
    public static IEnumerable<(string Name, byte[] Content)> BundledFiles =>
        Directory.EnumerateFiles(Bundled, "*", SearchOption.AllDirectories).Where(IsOfTheSample).Order(StringComparer.Ordinal)
            .Select(file => (System.IO.Path.GetRelativePath(Bundled, file), File.ReadAllBytes(file)));

    /// <summary>Another evaluation on the same track, without a video.</summary>
    public static string Earlier { get; } = System.IO.Path.Combine(Samples, "earlier");

    /// <summary>Its track.</summary>
    public static string TrackFile { get; } = System.IO.Path.Combine(Bundled, "track.npy");

    /// <summary>Its video.</summary>
    public static string BundledVideo { get; } = System.IO.Path.Combine(Bundled, "evaluation-0-video.mp4");

    /// <summary>Its log.</summary>
    public static SimTrace Trace => BundledTrace.Value;

    /// <summary>What each frame of its video shows, and the row in it.</summary>
    public static HudFile Truth => BundledTruth.Value;

    /// <summary>What each frame of its video shows.</summary>
    public static ImmutableArray<HudReading> Readings => Truth.Readings;

    /// <summary>The row in each frame; null before the first.</summary>
    public static ImmutableArray<int?> Rows => Truth.Rows;

    /// <summary>As it is bundled: its HUD has not been read yet.</summary>
    public static SampleRun Unread() => new();

    /// <summary>With the HUD's readings beside the video, each frame's exactly as it was drawn.</summary>
    public static SampleRun Read()
    {
        var run = new SampleRun();
        Truth.Write(run.Video, HudFileStamp.Of(run.Video));
        return run;
    }

    /// <summary>As it is bundled, the video cut after its first frames, for what needs no more.</summary>
    public static SampleRun UnreadBeginning(int frames = BeginningFrameCount)
    {
        var run = new SampleRun();
        File.WriteAllBytes(run.Video, SampleFrames.BeginningVideo(frames));
        return run;
    }

    /// <summary>The first <see cref="BeginningFrameCount"/> frames with their readings.</summary>
    public static SampleRun ReadBeginning()
    {
        var run = UnreadBeginning();
        new HudFile(Truth.Readings[..BeginningFrameCount], Truth.Rows[..BeginningFrameCount]).Write(run.Video, HudFileStamp.Of(run.Video));
        return run;
    }

    /// <summary>The model folder.</summary>
    public string Model => System.IO.Path.Combine(folder.Root, "my_model");

    public string Video => System.IO.Path.Combine(Model, "evaluation-0-video.mp4");

    public string Log => LogIn(Model);

    /// <summary>The only log in a folder that is laid out as the sample is, whatever a killed program left of writing it.</summary>
    public static string LogIn(string model) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(model, "sim-trace"), "*.csv", SearchOption.AllDirectories)
            .Single(log => !System.IO.Path.GetFileName(log).StartsWith('.'));

    /// <summary>The only metrics there, likewise.</summary>
    public static string MetricsIn(string model) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(model, "metrics"), "*.json", SearchOption.AllDirectories).Single();

    /// <summary>The first frame that shows a row.</summary>
    public static int FrameOf(int row) => Rows.IndexOf(row);

    /// <summary>A path beside the model folder.</summary>
    public string Beside(string name) => folder.Path(name);

    /// <summary>Opens it in this process, as the program does; the log stays as it is.</summary>
    internal Session Open() => Session.Open(
        new SessionRequest(new RunSelection(Model, null, null, null, KeepLog: true)),
        new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System),
        TestContext.Current.CancellationToken);

    /// <summary>Readings and rows of a file like <c>samples/run-truth.csv</c>.</summary>
    public static HudFile ReadTruth(string path)
    {
        using var records = CsvReader.FromFile(path);
        var readings = ImmutableArray.CreateBuilder<HudReading>();
        var rows = ImmutableArray.CreateBuilder<int?>();
        while (records.Read())
        {
            readings.Add(new HudReading((int)Math.Round(records["speed"].Parse<double>() * 100), records["clock_ms"].Parse<int>()));
            rows.Add(records["row"].Parse<int>() is >= 0 and var row ? row : null);
        }

        return new HudFile(readings.ToImmutable(), rows.ToImmutable());
    }

    public void Dispose() => folder.Dispose();

    private static bool IsOfTheSample(string path) => !(path.EndsWith(".hud.csv", StringComparison.Ordinal)
        || path.EndsWith(".bak", StringComparison.Ordinal) || System.IO.Path.GetFileName(path)
            .StartsWith(SourceKinds.OwnPrefix, StringComparison.Ordinal));
}
