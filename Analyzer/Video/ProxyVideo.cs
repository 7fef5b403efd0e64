using System.Collections.Concurrent;
using System.Globalization;
using Analyzer.Platform;
using Analyzer.Platform.Temporary;
using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// A lossless proxy of a video with a key frame every few frames, so that any frame is decoded at once: an evaluation's video has one
/// every 250. ffmpeg makes it in the background; it takes some 63 KB for each frame of 640x480 on the disk while the video is open. Where
/// it can't be made, or for frames that it has no room for, the video itself serves.
/// </summary>
/// <param name="path">The video's file.</param>
/// <param name="folder">Where the copy is written; null for where large files are: <c>/tmp</c> is memory on many systems.</param>
/// <param name="videos">How many videos' copies share the room on the disk.</param>
internal sealed class ProxyVideo(string path, string? folder = null, int videos = 1) : IDisposable
{
    private const long MaxBytes = 1 << 30;
    private const int ShareOfFreeSpace = 4;

    private readonly string folder = folder ?? UnnamedFile.FolderOfLargeFiles;
    private readonly CancellationTokenSource cancellation = new();
    private volatile Task? making;
    private readonly ConcurrentQueue<ProxyDecoder> decoders = [];

    /// <summary>
    /// Makes the copy on another thread, if that has not begun yet; for a minute of video it takes some two seconds of one core.
    /// </summary>
    /// <returns>Ends when the copy has been made, or has turned out to be impossible.</returns>
    public Task Make() => making ??= Task.Run(MakeNow);

    /// <inheritdoc/>
    public void Dispose()
    {
        cancellation.Cancel();
        making?.Wait();
        while (decoders.TryDequeue(out var decoder)) decoder.Dispose();
        cancellation.Dispose();
    }

    /// <summary>A decoder of the copy once there is one, for two callers at most; it is the caller's from then on.</summary>
    internal ProxyDecoder? Take() => making is { IsCompleted: true } && decoders.TryDequeue(out var decoder) ? decoder : null;

    private void MakeNow()
    {
        try
        {
            using var file = new UnnamedFile(folder, ".mp4");
            if (!HasMade(file.Path)) return;
            var (decoder, second) = (new ProxyDecoder(file.Path), new ProxyDecoder(file.Path));
            ProxyDecoder[] both = [decoder, second];
            if (IsExact(decoder)) foreach (var made in both) decoders.Enqueue(made);
            else foreach (var made in both) made.Dispose();
        }
        catch (Exception error) when (error is RunException or IOException or UnauthorizedAccessException)
        {
            // Jumps stay as they are.
        }
    }

    private bool HasMade(string copy)
    {
        var bytes = Math.Min(MaxBytes / videos, new DriveInfo(folder).AvailableFreeSpace / ShareOfFreeSpace);
        using var ffmpeg = ExternalProgram.Start("ffmpeg", Arguments(copy, bytes), inIdleTime: true);
        using var killing = cancellation.Token.Register(ffmpeg.Kill);
        var complaints = ffmpeg.StandardError.ReadToEnd();
        ffmpeg.WaitForExit();
        return ffmpeg.ExitCode == 0 && complaints.Length == 0 && !cancellation.IsCancellationRequested;
    }

    // A rate of its own, because seeking by number is exact only where all frames are at even distances. At the first damage it ends:
    // frames that are lost would leave all later ones with other numbers.
    private string[] Arguments(string copy, long bytes) =>
    [
        "-hide_banner", "-loglevel", "error", "-xerror", "-err_detect", "explode", "-y", "-threads", "1", "-i", VideoFile.NameFor(path),
        "-map", "0:v:0",
        "-vf", $"tpad=stop={ProxyDecoder.Lag}:stop_mode=clone,setpts=N/{ProxyDecoder.Rate}/TB", "-r", $"{ProxyDecoder.Rate}",
        "-c:v", "libx264", "-qp", "0", "-preset", "ultrafast", "-bf", "0", "-threads", "1", .. FfmpegSink.X264InstructionSet,
        "-g", $"{ProxyDecoder.FramesBetweenKeyFrames}", "-bsf:v", $"setts=pts=if(N\\,PTS+{ProxyDecoder.Lag}*PTS/N\\,PTS)",
        "-fs", bytes.ToString(CultureInfo.InvariantCulture), "-f", "mp4", copy,
    ];

    /// <summary>
    /// Whether the first frame came through as it was (not so where H.264 lacks the video's kind of pixels), and seeking finds frames at
    /// both ends and between.
    /// </summary>
    private bool IsExact(ProxyDecoder decoder)
    {
        using var video = new VideoDecoder(path);
        using var before = new Mat();
        using var after = new Mat();
        if (!video.Read(before) || !decoder.Read(after) || before.Size() != after.Size()) return false;
        if (Cv2.Norm(before, after, NormTypes.INF) != 0) return false;
        int[] tried = [1, ProxyDecoder.FramesBetweenKeyFrames + 1, decoder.FrameCount / 2, decoder.FrameCount - 1];
        return tried.Where(frame => frame < decoder.FrameCount).All(frame =>
        {
            decoder.Seek(frame);
            return decoder.Skip() && decoder.IsAtItsTime;
        });
    }
}
