using Analyzer.Platform;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Video;

public sealed class VideoFramesTests
{
    private static readonly string Sample = SampleRun.BundledVideo;

    [Fact]
    public void Frame_k_is_frame_k_however_it_is_reached()
    {
        using var frames = new VideoFrames(Sample);
        var random = new Random(20260307);

        for (var jump = 0; jump < 3; jump++)
        {
            var frame = random.Next(SampleRun.FrameCount);
            foreach (var number in new[] { frame, frame - 1, frame - 1 - random.Next(25), frame + 2 }.Select(
                it => Math.Clamp(it, 0, SampleRun.FrameCount - 1)))
            {
                Assert.True(IsOfTheSample(number, frames.GetFrame(number)), $"frame {number} after jump {jump}");
            }
        }
    }

    [Fact]
    public void Frame_k_is_frame_k_in_steps_back_seconds_back_and_leaps()
    {
        using var folder = new TempFolder();
        var video = folder.Path("made.mp4");
        SystemProgram.Output("ffmpeg", [
            "-v", "error", "-i", Sample, .. "-t 16 -c:v libx264 -preset ultrafast -bf 2 -g 60 -keyint_min 60".Split(' '), video]);
        var hashes = InOrder(video);
        using var frames = new VideoFrames(video);

        int[] order = [.. Enumerable.Range(0, 26).Select(step => 239 - step), .. Enumerable.Range(0, 8).Select(step => 200 - (15 * step)),
            59, 60, 61, 70, 75, 76, 50, 120, 119, 121, 135, 136, 137, 0, 239, 0, 1, 2, 238, 60];
        foreach (var number in order) Assert.True(hashes[number] == Pictures.HashOf(frames.GetFrame(number)), $"frame {number}");
    }

    [Theory]
    [InlineData("of uneven rate", "-vf select='lt(mod(n,7),5)' -fps_mode vfr -c:v libx264 -preset ultrafast -bf 2 -g 60 -t 8")]
    [InlineData("of full range", "-vf scale=out_range=pc -pix_fmt yuvj420p -c:v libx264 -preset ultrafast -t 8")]
    [InlineData("of 30 frames a second that begins late", "-vf setpts=PTS+1.3/TB -r 30 -c:v libx264 -preset ultrafast -t 8")]
    [InlineData("of other pixels than H.264 knows", "-pix_fmt bgr24 -c:v png -t 4")]
    public async Task Frame_k_is_frame_k_in_a_video(string kind, string ffmpeg)
    {
        using var folder = new TempFolder();
        var video = folder.Path("made.mov");
        SystemProgram.Output("ffmpeg", ["-v", "error", "-i", Sample, .. ffmpeg.Split(' '), video]);
        var hashes = InOrder(video);
        using var copy = new ProxyVideo(video);
        using var frames = new VideoFrames(video, copy);
        var random = new Random(5);

        for (var jump = 0; jump < 14; jump++)
        {
            if (jump == 7) await copy.Make();
            var number = random.Next(hashes.Count);
            Assert.True(hashes[number] == Pictures.HashOf(frames.GetFrame(number)), $"{kind}: frame {number} after jump {jump}");
        }
    }

    [Fact]
    public async Task Every_frame_of_a_copy_is_the_videos_own_after_any_seek()
    {
        using var folder = new TempFolder();
        using var copy = new ProxyVideo(folder.Write("beginning.mp4", SampleFrames.BeginningVideo()));
        await copy.Make();
        using var decoder = copy.Take();
        Assert.NotNull(decoder);
        using var frame = new Mat();
        var random = new Random(20261128);

        const int Count = SampleRun.BeginningFrameCount;
        Assert.Equal(Count, decoder.FrameCount);
        int[] ends = [.. Enumerable.Range(0, 24), .. Enumerable.Range(Count - 24, 24)];
        foreach (var number in ends.OrderBy(_ => random.Next()).Concat(Enumerable.Range(0, 100).Select(_ => random.Next(Count))))
        {
            decoder.Seek(number);
            Assert.True(decoder.Read(frame) && IsOfTheSample(number, frame), $"frame {number}");
            Assert.True(decoder.IsAtItsTime, $"the time of frame {number}");
        }
    }

    [Fact]
    public async Task A_copy_leaves_no_file_whether_it_was_made_taken_or_given_up()
    {
        using var folder = new TempFolder();
        using var videos = new TempFolder();
        var video = videos.Write("beginning.mp4", SampleFrames.BeginningVideo());
        using (var made = new ProxyVideo(video, folder.Root))
        {
            await made.Make();
            using var decoder = made.Take();
            using var second = made.Take();
            Assert.NotNull(decoder);
            Assert.NotNull(second);
            Assert.Null(made.Take());
        }

        using (var given = new ProxyVideo(video, folder.Root))
        {
            _ = given.Make();
            Assert.True(await Poll.Until(() => HasBegun(folder.Root)));
            Assert.True(!OperatingSystem.IsLinux() || Directory.GetFiles(folder.Root).Length == 0);
        }

        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    // Under Linux the copy has no name while it is made: only a process that is killed could leave one.
    private static bool HasBegun(string folder) => OperatingSystem.IsLinux()
        ? Directory.GetFiles("/proc/self/fd").Any(open => new FileInfo(open).LinkTarget is { } target
            && target.StartsWith(folder, StringComparison.Ordinal) && target.EndsWith(" (deleted)", StringComparison.Ordinal))
        : Directory.GetFiles(folder).Length > 0;

    [Theory]
    [InlineData("")]
    [InlineData("not a video at all")]
    public void What_is_no_video_is_said(string content)
    {
        using var folder = new TempFolder();

        var failed = Assert.Throws<RunException>(() => new VideoFrames(folder.Write("video.mp4", content)));

        Assert.Contains("video.mp4: this is not a video that can be read", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_after_the_last_is_said()
    {
        using var frames = new VideoFrames(Sample);

        var failed = Assert.Throws<RunException>(() => frames.GetFrame(SampleRun.FrameCount));

        Assert.Contains($"frame {SampleRun.FrameCount} can't be read", failed.Message, StringComparison.Ordinal);
        Assert.False(frames.GetFrame(3).Empty());
    }

    private static bool IsOfTheSample(int number, Mat frame)
    {
        using var expected = SampleFrames.Of(number);
        return Cv2.Norm(expected, frame, NormTypes.INF) == 0;
    }

    private static List<string> InOrder(string path)
    {
        using var video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        using var frame = new Mat();
        var hashes = new List<string>();
        while (video.Read(frame)) hashes.Add(Pictures.HashOf(frame));
        return hashes;
    }
}
