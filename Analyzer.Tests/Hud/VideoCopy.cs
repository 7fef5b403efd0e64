using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Hud;

/// <summary>A copy of a video as people make them with ffmpeg: cut, scaled, without colours, coarse. Gone at the end.</summary>
internal sealed class VideoCopy : IDisposable
{
    private const string Scaling = ":flags=bicubic+accurate_rnd+bitexact";
    private const string ClockAtTheTopMiddle =
        "-filter_complex [0]split[a][b];[b]crop=150:26:4:82[c];[a]drawbox=0:80:200:30:0x203040:fill[d];[d][c]overlay=234:7";

    private readonly TempFolder folder = new();

    private VideoCopy(string video, string how, int threads)
    {
        Path = folder.Path("copy.mp4");
        SystemProgram.Output("ffmpeg", [
            "-nostdin", "-v", "error", "-i", video, .. how.Split(' '),
            "-threads", $"{threads}", "-x264-params", "cpu-independent=1", "-pix_fmt", "yuv420p", Path]);
    }

    public string Path { get; }

    /// <summary>
    /// Makes a copy: the same on every machine, but another one with each number of threads, which else is that of the machine's
    /// processors.
    /// </summary>
    public static VideoCopy Of(string video, string kind, int seconds, int threads = 2) => new(video, $"{How(kind)} -t {seconds}", threads);

    /// <summary>What each frame of a copy shows, where each of the video's shows this.</summary>
    public static HudFile Truth(HudFile video, string kind, int frames)
    {
        var (first, each, held) = kind switch
        {
            "from the middle" => (300, 1, 1),
            "at 30 fps" => (0, 2, 1),
            "slide show" => (0, 1, 5),
            _ => (0, 1, 1),
        };
        var shown = Enumerable.Range(0, frames).Select(frame => first + (frame / each / held * held)).ToArray();
        return new HudFile([.. shown.Select(frame => video.Readings[frame])], [.. shown.Select(frame => video.Rows[frame])]);
    }

    public void Dispose() => folder.Dispose();

    private static string How(string kind) => kind switch
    {
        "at 30 fps" => "-r 30 -preset veryfast",
        "from the middle" => "-ss 20 -preset veryfast",
        "grey" => "-vf hue=s=0 -preset veryfast",
        "shifted" => "-vf pad=640:490:0:10,crop=640:480:0:0 -preset veryfast",
        "slide show" => @"-vf select=not(mod(n\,5)),setpts=N/3/TB,fps=15 -preset veryfast",
        "coarse" => "-crf 28",
        "with the clock at the top" => $"{ClockAtTheTopMiddle} -preset veryfast",
        "scaled down" => $"-vf scale=480:360{Scaling} -crf 28 -preset veryfast",
        "scaled up" => $"-vf scale=960:720{Scaling} -crf 28 -preset veryfast",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
