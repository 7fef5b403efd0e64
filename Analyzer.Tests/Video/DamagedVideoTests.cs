using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Video;

/// <summary>Videos with bytes broken or missing. The sample has key frames at 0, 250, 500 and 750.</summary>
public class DamagedVideoTests
{
    private const int BrokenBytes = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(DisplayName = "Behind broken bytes reading goes on at the next key frame, each frame at its place")]
    [InlineData(1_200_000, 500)]
    [InlineData(2_200_000, 750)]
    public void Broken_in_the_middle(int place, int nextKeyFrame)
    {
        using var folder = new TempFolder();

        var scan = HudScanner.Scan(Broken(folder, place), null, Cancellation);

        Assert.Equal(SampleRun.FrameCount, scan.Readings.Length);
        Assert.Equal(SampleRun.Readings[nextKeyFrame..], scan.Readings[nextKeyFrame..]);
        Assert.All(Enumerable.Range(0, nextKeyFrame), frame => Assert.Contains(
            scan.Readings[frame], new[] { SampleRun.Readings[frame], default }));
        Assert.InRange(scan.Readings.Count(reading => reading == default), 1, 250);
        Assert.Contains("damaged at frame", scan.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_that_is_cut_off_says_how_much_of_it_is_there()
    {
        using var folder = new TempFolder();
        var whole = folder.Path("whole.mp4");
        SystemProgram.Output("ffmpeg", "-v", "error", "-i", SampleRun.BundledVideo, "-c", "copy", "-movflags", "faststart", whole);
        var cut = folder.Write("cut.mp4", File.ReadAllBytes(whole)[..1_500_000]);

        var scan = HudScanner.Scan(cut, null, Cancellation);

        Assert.InRange(scan.Readings.Length, 300, 400);
        Assert.Equal(SampleRun.Readings[..300], scan.Readings[..300]);
        Assert.Contains("cut off or damaged", scan.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_player_shows_every_frame_and_behind_the_damage_the_same_as_without_it(bool hasTriedProxy)
    {
        using var folder = new TempFolder();
        var broken = Broken(folder, 1_200_000);
        using var proxy = new ProxyVideo(broken);
        using var frames = new VideoFrames(broken, proxy);
        frames.GetFrame(0);
        if (hasTriedProxy) await frames.PrepareSeeking();

        foreach (var frame in new[] { 280, 300, 310, 320, 400, 500, 501, 650, 769, 505, 320, 20 })
        {
            var shown = frames.GetFrame(frame);
            if (frame is >= 250 and < 500) continue;
            using var whole = SampleFrames.Of(frame);
            Assert.Equal(0, Cv2.Norm(whole, shown, NormTypes.INF));
        }

        Assert.Throws<RunException>(() => frames.GetFrame(SampleRun.FrameCount));
    }

    private static string Broken(TempFolder folder, int place)
    {
        var content = File.ReadAllBytes(SampleRun.BundledVideo);
        new Random(1).NextBytes(content.AsSpan(place, BrokenBytes));
        return folder.Write("broken.mp4", content);
    }
}
