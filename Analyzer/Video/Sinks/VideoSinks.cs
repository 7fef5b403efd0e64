using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video.Sinks;

/// <summary>Opens a video file for writing: H.264 through ffmpeg where there is one, else what OpenCV can write.</summary>
internal static class VideoSinks
{
    /// <summary>What to tell the user where ffmpeg is missing.</summary>
    public const string WithoutFfmpeg =
        "ffmpeg is missing: the video is written as MPEG-4 part 2, which browsers don't play (Debian, Ubuntu: apt-get install ffmpeg).";

    /// <summary>Whether videos come out as H.264.</summary>
    public static bool WritesH264 => ExternalProgram.Has("ffmpeg");

    /// <summary>Starts a file.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="size">The pictures' size.</param>
    /// <param name="framesPerSecond">The file's rate.</param>
    /// <param name="refusal">What to say where it can't be written there; see <see cref="PendingFile"/>.</param>
    /// <param name="cancellation">Ends any wait.</param>
    public static IVideoSink Open(
        string path, Size size, double framesPerSecond, Func<string, string>? refusal = null, CancellationToken cancellation = default) =>
        WritesH264
            ? new FfmpegSink(path, size, framesPerSecond, refusal, cancellation)
            : new OpenCvSink(path, size, framesPerSecond, refusal);
}
