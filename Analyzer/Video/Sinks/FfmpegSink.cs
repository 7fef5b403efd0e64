using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;
using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video.Sinks;

/// <summary>Writes H.264 (yuv420p, index at the front: browsers and messengers play it) by piping frames to the
/// program ffmpeg. A few frames wait in a queue, so that drawing goes on while ffmpeg encodes.</summary>
internal sealed class FfmpegSink : IVideoSink
{
    private const int QueuedFrames = 5;

    // Far longer than an encoder takes for a few frames, and for putting a file's index to its front.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(60);

    private readonly PendingFile part;
    private readonly Process ffmpeg;
    private readonly CancellationToken cancellation;
    private readonly Task<string> complaints;
    private readonly BlockingCollection<Mat> free = [];
    private readonly BlockingCollection<Mat> filled = [];
    private readonly Task writing;
    private volatile IOException? broken;

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="size">The pictures' size; both numbers even.</param>
    /// <param name="framesPerSecond">The file's rate.</param>
    /// <param name="refusal">What to say where it can't be written there; see <see cref="PendingFile"/>.</param>
    /// <param name="cancellation">Ends any wait for ffmpeg.</param>
    /// <exception cref="RunException">ffmpeg can't be started, or the folder can't be written to.</exception>
    public FfmpegSink(
        string path, Size size, double framesPerSecond, Func<string, string>? refusal = null, CancellationToken cancellation = default)
    {
        this.cancellation = cancellation;
        part = new PendingFile(path, refusal);
        try
        {
            ffmpeg = ExternalProgram.Start("ffmpeg", Arguments(part.TemporaryPath, size, framesPerSecond));
        }
        catch (RunException)
        {
            part.Dispose();
            throw;
        }

        ExternalProgram.EnlargePipe(ffmpeg.StandardInput.BaseStream);
        complaints = ffmpeg.StandardError.ReadToEndAsync(CancellationToken.None);
        for (var i = 0; i < QueuedFrames; i++) free.Add(new Mat(), CancellationToken.None);
        writing = Task.Run(WriteQueued, CancellationToken.None);
    }

    /// <summary>
    /// What to tell ffmpeg about x264: without AVX-512 it takes a tenth less time, for the same bytes (docs/decisions/0012).
    /// </summary>
    public static string[] X264InstructionSet => Avx512F.IsSupported ? ["-x264-params", "asm=avx2"] : [];

    /// <inheritdoc/>
    public string Path => part.Path;

    /// <inheritdoc/>
    public void Write(Mat picture)
    {
        if (broken is not null) throw Failed(broken);
        if (picture.Width % 2 != 0 || picture.Height % 2 != 0)
            throw new RunException($"{Path}: a video's sides must be even, this picture's are {picture.Width} and {picture.Height}.");
        if (!free.TryTake(out var planes, (int)LongestSilence.TotalMilliseconds, cancellation)) throw Silent();
        BgrToI420.Convert(picture, planes);
        filled.Add(planes);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        filled.CompleteAdding();
        if (!writing.Wait((int)LongestSilence.TotalMilliseconds, cancellation)) throw Silent();
        try
        {
            ffmpeg.StandardInput.Close();
        }
        catch (IOException error)
        {
            broken ??= error;
        }

        if (broken is not null) throw Failed(broken);
        if (!ffmpeg.WaitForExitAsync(cancellation).Wait((int)LongestEnd.TotalMilliseconds, cancellation)) throw Silent();
        if (ffmpeg.ExitCode != 0 || new FileInfo(part.TemporaryPath) is not { Exists: true, Length: > 0 }) throw Failed(null);
        part.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        filled.CompleteAdding();
        if (!ffmpeg.HasExited)
        {
            ffmpeg.Kill(entireProcessTree: true);
            ffmpeg.WaitForExit();
        }

        writing.Wait();
        ffmpeg.Dispose();
        while (free.TryTake(out var planes)) planes.Dispose();
        free.Dispose();
        filled.Dispose();
        part.Dispose();
    }

    private void WriteQueued()
    {
        // A lent picture is read until the next one is in the pipe.
        Mat? lent = null;
        foreach (var planes in filled.GetConsumingEnumerable())
        {
            try
            {
                if (broken is null) Write(ffmpeg.StandardInput.BaseStream, planes);
            }
            catch (IOException error)
            {
                broken = error;
            }

            if (lent is not null) free.Add(lent);
            lent = planes;
        }

        if (lent is not null) free.Add(lent);
    }

    private static unsafe void Write(Stream input, Mat planes)
    {
        var bytes = new ReadOnlySpan<byte>(planes.DataPointer, checked((int)(planes.Total() * planes.ElemSize())));
        if (bytes.Length >= ExternalProgram.MaxPipeBytes) ExternalProgram.WriteZeroCopy(input, bytes);
        else input.Write(bytes);
    }

    private static string[] Arguments(string path, Size size, double framesPerSecond) =>
    [
        "-hide_banner", "-loglevel", "error", "-y",
        "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", $"{size.Width}x{size.Height}",
        "-framerate", framesPerSecond.ToString("R", CultureInfo.InvariantCulture), "-i", "pipe:0",
        "-c:v", "libx264", "-preset", "ultrafast", "-qp", "20", .. X264InstructionSet, "-movflags", "+faststart", "-f", "mp4", path,
    ];

    private RunException Silent() => new($"{Path}: ffmpeg does not go on; what it had written is removed.");

    private RunException Failed(Exception? cause)
    {
        ffmpeg.WaitForExit(TimeSpan.FromSeconds(5));
        var reason = complaints.Wait(TimeSpan.FromSeconds(5)) ? complaints.Result.Trim().Split('\n')[^1] : "";
        return new RunException(
            $"{Path}: ffmpeg stopped writing it{(reason.Length > 0 ? $" ({reason})" : "")}; is there room on the disk?",
            cause);
    }
}
