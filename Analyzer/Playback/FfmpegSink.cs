using System.Diagnostics;
using System.Globalization;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>Writes H.264 (yuv420p, index at the front: browsers and messengers play it) by piping frames to the program ffmpeg.</summary>
public sealed class FfmpegSink : IVideoSink
{
    private readonly PartFile part;
    private readonly Process ffmpeg;
    private readonly Task<string> complaints;
    private readonly Mat joined = new();

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="size">The pictures' size; both numbers even.</param>
    /// <param name="framesPerSecond">The file's rate.</param>
    /// <exception cref="RunException">ffmpeg can't be started, or the folder can't be written to.</exception>
    public FfmpegSink(string path, Size size, double framesPerSecond)
    {
        part = new PartFile(path);
        try
        {
            ffmpeg = Programs.Start("ffmpeg", Arguments(part.TemporaryPath, size, framesPerSecond));
        }
        catch (RunException)
        {
            part.Dispose();
            throw;
        }

        complaints = ffmpeg.StandardError.ReadToEndAsync();
    }

    /// <inheritdoc/>
    public string Path => part.Path;

    /// <inheritdoc/>
    public unsafe void Write(Mat picture)
    {
        try
        {
            if (!picture.IsContinuous())
            {
                picture.CopyTo(joined);
                picture = joined;
            }

            var bytes = checked((int)(picture.Total() * picture.ElemSize()));
            ffmpeg.StandardInput.BaseStream.Write(new ReadOnlySpan<byte>(picture.DataPointer, bytes));
        }
        catch (IOException broken)
        {
            throw Failed(broken);
        }
    }

    /// <inheritdoc/>
    public void Finish()
    {
        try
        {
            ffmpeg.StandardInput.Close();
        }
        catch (IOException broken)
        {
            throw Failed(broken);
        }

        ffmpeg.WaitForExit();
        if (ffmpeg.ExitCode != 0) throw Failed(null);
        part.Keep();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!ffmpeg.HasExited)
        {
            ffmpeg.Kill();
            ffmpeg.WaitForExit();
        }

        ffmpeg.Dispose();
        joined.Dispose();
        part.Dispose();
    }

    private static string[] Arguments(string path, Size size, double framesPerSecond) =>
    [
        "-hide_banner", "-loglevel", "error", "-y",
        "-f", "rawvideo", "-pixel_format", "bgr24", "-video_size", $"{size.Width}x{size.Height}",
        "-framerate", framesPerSecond.ToString("R", CultureInfo.InvariantCulture), "-i", "pipe:0",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f", "mp4", path,
    ];

    private RunException Failed(Exception? cause)
    {
        ffmpeg.WaitForExit(TimeSpan.FromSeconds(5));
        var reason = complaints.Wait(TimeSpan.FromSeconds(5)) ? complaints.Result.Trim().Split('\n')[^1] : "";
        return new RunException($"{Path}: ffmpeg stopped writing it{(reason.Length > 0 ? $" ({reason})" : "")}; is there room on the disk?", cause!);
    }
}
