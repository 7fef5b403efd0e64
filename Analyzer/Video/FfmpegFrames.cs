using System.Diagnostics;
using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// A video's frames in order, decoded by the program ffmpeg: its decoders are more than twice as fast as those in OpenCV's package, which
/// are built without assembly (docs/decisions/0011). They come from the first one on, or from packets that are fed to it.
/// </summary>
internal sealed class FfmpegFrames : IDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    private readonly Process ffmpeg;
    private readonly Task<string> complaints;
    private readonly Timer silence;
    private readonly I420Converter pixels;
    private readonly byte[] frame;

    private FfmpegFrames(Process ffmpeg, Size size)
    {
        this.ffmpeg = ffmpeg;
        complaints = ffmpeg.StandardError.ReadToEndAsync();
        silence = new Timer(_ => Kill());
        pixels = new I420Converter(size);
        frame = new byte[I420Converter.BytesOf(size)];
    }

    /// <summary>Begins to decode; the frames wait until they are asked for, by the thread that begins.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="size">Its size in pixels.</param>
    /// <returns>Null where there is no ffmpeg, or <see cref="I420Converter"/> can't convert its frames.</returns>
    public static FfmpegFrames? Start(string path, Size size)
    {
        var frames = Start(["-threads", Threads, "-i", VideoFile.NameFor(path), "-map", "0:v:0"], size, feed: default);
        frames?.EndFeeding();
        return frames;
    }

    /// <summary>
    /// Begins to wait for H.264 packets, by the thread that will take the frames: starting takes as long as decoding 100 frames. Not
    /// strict, it would learn how many frames to hold back by dropping some, where the video doesn't tell. Frames on the way are left out
    /// by ffmpeg itself, by their times: through the pipe they take a fifth of a jump.
    /// </summary>
    /// <param name="size">The video's size in pixels.</param>
    /// <param name="from">Seconds; frames that are shown earlier are decoded, but don't come.</param>
    /// <returns>Null where there is no ffmpeg, or <see cref="I420Converter"/> can't convert its frames.</returns>
    public static FfmpegFrames? StartWaiting(Size size, int from) => Start(
        [
            "-probesize", "32", "-analyzeduration", "0", "-strict", "1", "-threads", "2", "-copyts", "-f", "flv",
            "-i", "pipe:0", "-vf", $"select=gte(t\\,{from})",
        ],
        size,
        FlvStream.Head);

    private static FfmpegFrames? Start(string[] input, Size size, ReadOnlySpan<byte> feed)
    {
        if (!I420Converter.Can(size) || !ExternalProgram.Has("ffmpeg")) return null;
        try
        {
            var ffmpeg = ExternalProgram.Start("ffmpeg", Arguments(input), readsOutput: true);
            ExternalProgram.EnlargePipe(ffmpeg.StandardOutput.BaseStream);
            var frames = new FfmpegFrames(ffmpeg, size);
            return frames.TryFeed(feed) ? frames : null;
        }
        catch (RunException)
        {
            return null;
        }
    }

    /// <summary>Whether all that the file holds has been decoded without a complaint; asked for after the last frame.</summary>
    public bool IsWhole => ffmpeg.WaitForExit(LongestSilence) && ffmpeg.ExitCode == 0 && complaints.Wait(LongestSilence)
        && complaints.Result.Length == 0;

    /// <summary>Gives a packet to a program that waits for them; waits itself while frames are not taken.</summary>
    /// <param name="tag">As <see cref="FlvStream.Tag"/> writes it.</param>
    /// <exception cref="IOException">It has given up.</exception>
    public void Feed(byte[] tag) => ffmpeg.StandardInput.BaseStream.Write(tag);

    /// <summary>Says that no more packets come.</summary>
    public void EndFeeding() => ffmpeg.StandardInput.Close();

    /// <summary>Goes to the next frame.</summary>
    /// <returns>False where no more come, for whatever reason.</returns>
    public bool Grab()
    {
        silence.Change(LongestSilence, Timeout.InfiniteTimeSpan);
        var read = ffmpeg.StandardOutput.BaseStream.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false);
        silence.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return read == frame.Length;
    }

    /// <summary>Gives the pixels (BGR) of the frame gone to.</summary>
    public void Retrieve(Mat picture) => pixels.Fill(picture, frame);

    /// <inheritdoc/>
    public void Dispose()
    {
        silence.Dispose();
        Kill();
        ffmpeg.WaitForExit();
        ffmpeg.Dispose();
    }

    private bool TryFeed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            ffmpeg.StandardInput.BaseStream.Write(bytes);
            return true;
        }
        catch (IOException)
        {
            Dispose();
            return false;
        }
    }

    private void Kill()
    {
        try
        {
            ffmpeg.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    // On two cores whoever takes the frames needs the other one, and a second thread takes a tenth more time in all.
    private static string Threads => Environment.ProcessorCount > 2 ? "2" : "1";

    // At the first damage it ends: what OpenCV's decoder makes of a damaged frame is told frame by frame.
    private static string[] Arguments(string[] input) =>
    [
        "-nostdin", "-hide_banner", "-loglevel", "error", "-xerror", "-err_detect", "explode", .. input,
        "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1",
    ];
}
