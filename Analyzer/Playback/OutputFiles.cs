using System.Globalization;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>The recordings and pictures that a run leaves in the model folder.</summary>
/// <param name="folder">The model folder.</param>
/// <param name="framesPerSecond">The video's own rate, which recordings keep.</param>
/// <param name="time">The clock that names them.</param>
internal sealed class OutputFiles(string folder, double framesPerSecond, TimeProvider time)
{
    private readonly string folder = Path.GetFullPath(folder);

    /// <summary>A free name of the present second, in the model folder; with its whole path.</summary>
    /// <param name="extension">With its dot.</param>
    public string Name(string extension)
    {
        var stamp = time.GetLocalNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
        var stem = Path.Combine(folder, SourceKinds.OwnPrefix + stamp);
        return Enumerable.Range(1, int.MaxValue)
            .Select(count => count == 1 ? stem + extension : string.Create(CultureInfo.InvariantCulture, $"{stem}_{count}{extension}"))
            .First(path => !File.Exists(path));
    }

    /// <summary>Starts a recording.</summary>
    /// <exception cref="RunException">The folder can't be written to.</exception>
    public IVideoSink StartRecording(Size size) => VideoSinks.Open(Name(".mp4"), size, framesPerSecond, refusal: Refusal);

    /// <summary>Saves a picture, and says where.</summary>
    /// <exception cref="RunException">The folder can't be written to.</exception>
    public string SaveScreenshot(Mat picture)
    {
        var path = Name(".png");
        Cv2.ImEncode(".png", picture, out var content);
        PendingFile.Write(path, file => file.Write(content), Refusal);
        return path;
    }

    // Whoever plays has named no file, and can't name one.
    private string Refusal(string reason) =>
        $"Not saved: {folder} can't be written to ({reason}); start again with a model folder that can be.";
}
