using System.Diagnostics;
using System.Globalization;
using Analyzer.Hud;

namespace Analyzer.Tests.Hud;

/// <summary>The videos that the HUD's tests read, and what their frames show.</summary>
internal static class HudVideo
{
    public const string Sample = "sample";
    public const string JulyPro = "july_pro";

    private static readonly string Root = FindRoot();

    /// <summary>The video's path; the test is skipped where this machine has no such video.</summary>
    public static string PathOf(string run)
    {
        var path = run == Sample
            ? Path.Combine(Root, "samples", "run", "evaluation-0-video.mp4")
            : Path.Combine(Root, "..", "shared", "runs", run, "evaluation-0-video.mp4");
        Assert.SkipUnless(File.Exists(path), $"{path} is not here");
        return path;
    }

    /// <summary>What each frame of the run's video shows.</summary>
    public static List<HudReading> Truth(string run) => [.. TruthLines(run).Select(fields => new HudReading(
        (int)Math.Round(double.Parse(fields[2], CultureInfo.InvariantCulture) * 100),
        int.Parse(fields[3], CultureInfo.InvariantCulture)))];

    /// <summary>The log's row in each frame of the run's video; null before the first and after the last.</summary>
    public static List<int?> TrueRows(string run) =>
        [.. TruthLines(run).Select(
            fields => int.TryParse(fields[1], CultureInfo.InvariantCulture, out var row) && row >= 0 ? row : (int?)null)];

    /// <summary>
    /// A copy of a video made by ffmpeg with these arguments between input and output: the same on every machine, but another one with
    /// each number of threads, which else is that of the machine's processors.
    /// </summary>
    public static TemporaryFile Copy(string video, string arguments, int threads = 2) =>
        Ffmpeg($"-i \"{video}\" {arguments} -threads {threads} -x264-params cpu-independent=1");

    /// <summary>A video made by ffmpeg alone.</summary>
    public static TemporaryFile Ffmpeg(string arguments)
    {
        var copy = new TemporaryFile(".mp4");
        using var process = Process.Start(
            new ProcessStartInfo("ffmpeg", $"-nostdin -v error -y {arguments} -pix_fmt yuv420p \"{copy.Path}\""))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return copy;
    }

    private static IEnumerable<string[]> TruthLines(string run)
    {
        var path = run == Sample
            ? Path.Combine(Root, "samples", "run-truth.csv")
            : Path.Combine(Root, "..", "shared", "truth", run + ".csv");
        return File.ReadLines(path).Skip(1).Select(line => line.Split(','));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Analyzer.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Analyzer.sln");

        return folder;
    }
}

/// <summary>A file of this test's own, gone with it.</summary>
internal sealed class TemporaryFile(string extension) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid() + extension);

    public void Dispose() => File.Delete(Path);
}
