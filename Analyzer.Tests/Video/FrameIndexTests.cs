using Analyzer.Tests.Support;
using Analyzer.Video;

namespace Analyzer.Tests.Video;

public sealed class FrameIndexTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void A_video_is_entered_at_the_key_frame_before_and_its_frames_are_known_by_their_times()
    {
        var path = folder.Path("video.mp4");
        SystemProgram.Output(
            "ffmpeg", "-loglevel", "error", "-f", "lavfi", "-i", "color=s=64x48:r=10:d=3", "-c:v", "libx264", "-g", "12",
            "-keyint_min", "12", "-sc_threshold", "0", "-bf", "2", path);

        var index = FrameIndex.Read(path);

        Assert.Equal([0, 0, 12, 12, 24, 24], new[] { 0, 11, 12, 23, 24, 1000 }.Select(index.KeyFrameBefore));
        Assert.Equal([0, 0, 1, 17, 29], new[] { -50.0, 49, 51, 1720, 9999 }.Select(time => index.FrameAt(time) ?? -1));
    }

    [Fact]
    public void What_is_no_video_is_entered_at_its_start()
    {
        var index = FrameIndex.Read(folder.Write("video.mp4", "no video"));

        Assert.Equal((0, null), (index.KeyFrameBefore(100), index.FrameAt(100)));
    }

    public void Dispose() => folder.Dispose();
}
