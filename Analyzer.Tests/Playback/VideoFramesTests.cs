using Analyzer.Logs;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

public sealed class VideoFramesTests
{
    private static readonly string Sample = Path.Combine(SharedFiles.RepositoryRoot, "samples", "reinvent", "evaluation-0-video.mp4");

    [Fact]
    public void Frame_k_is_frame_k_however_it_is_reached()
    {
        var hashes = InOrder(Sample);
        using var frames = new VideoFrames(Sample);
        var random = new Random(20260307);

        for (var jump = 0; jump < 20; jump++)
        {
            var frame = random.Next(hashes.Count);
            foreach (var number in new[] { frame, frame - 1, frame - 1 - random.Next(25), frame + 2 }.Select(it => Math.Clamp(it, 0, hashes.Count - 1)))
                Assert.True(hashes[number] == Pictures.HashOf(frames.Get(number)), $"frame {number} after jump {jump}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a video at all")]
    public void What_is_no_video_is_said(string content)
    {
        using var folder = new TempFolder();

        var failed = Assert.Throws<RunException>(() => new VideoFrames(folder.Write("video.mp4", content)));

        Assert.Contains("video.mp4: not a video that can be read", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_after_the_last_is_said()
    {
        using var frames = new VideoFrames(Sample);

        var failed = Assert.Throws<RunException>(() => frames.Get(SampleRun.FrameCount));

        Assert.Contains($"frame {SampleRun.FrameCount} can't be read", failed.Message, StringComparison.Ordinal);
        Assert.False(frames.Get(3).Empty());
    }

    private static List<int> InOrder(string path)
    {
        using var video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        using var frame = new Mat();
        var hashes = new List<int>();
        while (video.Read(frame)) hashes.Add(Pictures.HashOf(frame));
        return hashes;
    }
}
