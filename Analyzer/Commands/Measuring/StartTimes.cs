using System.Diagnostics;
using System.Globalization;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sync;

namespace Analyzer.Commands.Measuring;

/// <summary>
/// Time to the first picture: the program is started as they start it, and says itself when the picture was in its window.
/// The video is linked to from a folder of its own, so that nothing is written beside it.
/// </summary>
/// <param name="selection">Which run.</param>
/// <param name="run">The same, read and locked.</param>
/// <param name="terminal">Where remarks go.</param>
internal sealed class StartTimes(RunSelection selection, OpenedRun run, Terminal terminal)
{
    /// <summary>Seconds from the program's start to the first picture in its window.</summary>
    /// <param name="readings">Readings that were kept; null where nothing has been read before.</param>
    /// <exception cref="RunException">The program ended without a picture.</exception>
    public double Measure(Timeline? readings)
    {
        var folder = Directory.CreateTempSubdirectory("analyzer-benchmark-");
        try
        {
            var video = Path.Combine(folder.FullName, $"video{Path.GetExtension(run.VideoPath)}");
            File.CreateSymbolicLink(video, Path.GetFullPath(run.VideoPath));
            if (readings is not null) new ScanCache(video, terminal).Keep(readings);
            return SecondsOf(video);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private double SecondsOf(string video)
    {
        var host = Environment.ProcessPath!;
        string[] which = selection.Log is { } log ? ["--log", log] : ["--evaluation", $"{run.Files.Number}"];
        string[] words =
        [
            .. Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(StartTimes).Assembly.Location] : (string[])[],
            CommandRunner.DefaultCommand, .. selection.Paths, .. which, "--video", video, "--force", "--keep-log", "--verbose",
        ];
        using var program = Process.Start(
            new ProcessStartInfo(host, words) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            var last = "";
            while (program.StandardError.ReadLine() is { } line)
            {
                last = line;
                if (line.StartsWith(PlayCommand.FirstPictureSentence, StringComparison.Ordinal))
                    return double.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture);
            }

            throw new RunException($"The program ended without a picture: {last}");
        }
        finally
        {
            program.Kill();
            program.WaitForExit();
        }
    }
}
