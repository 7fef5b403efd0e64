using System.Buffers.Binary;
using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Hud;

public class HudScannerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_frame_of_the_sample_is_read_exactly()
    {
        var scan = HudScanner.Scan(SampleRun.BundledVideo, null, Cancellation);

        Assert.Equal(SampleRun.Readings, scan.Readings);
        Assert.Equal(15.0, scan.FramesPerSecond);
        Assert.Empty(scan.Notes);
    }

    [Fact]
    public void A_video_without_a_HUD_has_a_reading_without_values_for_every_frame_and_says_so()
    {
        using var folder = new TempFolder();
        var video = folder.Path("video.mp4");
        SystemProgram.Output(
            "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x480:rate=15:duration=2", "-pix_fmt", "yuv420p", video);

        var scan = HudScanner.Scan(video, null, Cancellation);

        Assert.Equal(Enumerable.Repeat(default(HudReading), 30), scan.Readings);
        Assert.Contains("no HUD", Assert.Single(scan.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", "transpose=2", 0, 1)]
    [InlineData("180", "hflip,vflip", -1, 0)]
    [InlineData("270", "transpose=1", 0, -1)]
    public void A_video_that_its_file_turns_upright_is_read_as_it_is_shown(string degrees, string turning, int cosine, int sine)
    {
        using var folder = new TempFolder();
        var stored = folder.Path("stored.mp4");
        SystemProgram.Output("ffmpeg",
            "-v", "error", "-i", SampleRun.BundledVideo, "-t", "3", "-vf", turning, "-preset", "ultrafast", "-pix_fmt", "yuv420p", stored);
        var turned = folder.Write("turned.mp4", Turned(File.ReadAllBytes(stored), cosine, sine));

        var readings = HudScanner.Scan(turned, null, Cancellation).Readings;

        Assert.Equal((degrees, 45), (degrees, readings.Length));
        Assert.Equal(SampleRun.Readings[..45], readings);
    }

    [Fact]
    public void A_file_that_is_no_video_is_named()
    {
        using var folder = new TempFolder();
        var file = folder.Write("video.mp4", [1, 2, 3]);

        var error = Assert.Throws<RunException>(() => HudScanner.Scan(file, null, Cancellation));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_missing_video_is_named()
    {
        var error = Assert.Throws<RunException>(() => HudScanner.Scan("gone.mp4", null, Cancellation));

        Assert.Equal("gone.mp4: there is no such video; name another with --video.", error.Message);
    }

    [Fact]
    public void An_interrupted_pass_stops_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Reports(cancel.Cancel);

        Assert.ThrowsAny<OperationCanceledException>(
            () => HudScanner.Scan(SampleRun.BundledVideo, progress, cancel.Token));

        Assert.Single(progress.Done);
        Assert.InRange(progress.Done[0], 1, SampleRun.FrameCount - 1);
    }

    [Fact]
    public void A_pass_asks_before_its_frames_whether_somebody_waits()
    {
        var way = new RightOfWay();
        way.Dispose();

        Assert.Throws<ObjectDisposedException>(() => HudScanner.Scan(SampleRun.BundledVideo, null, Cancellation, way: way));
    }

    // The matrix of the track's header, whose numbers have 16 binary places (ISO/IEC 14496-12, 8.3.2).
    private static byte[] Turned(byte[] video, int cosine, int sine)
    {
        const int MatrixBehindName = 44;
        var matrix = video.AsSpan(video.AsSpan().IndexOf("tkhd"u8) + MatrixBehindName);
        foreach (var (place, number) in new[] { (0, cosine), (1, sine), (3, -sine), (4, cosine) })
            BinaryPrimitives.WriteInt32BigEndian(matrix[(4 * place)..], number << 16);

        return video;
    }

    private sealed class Reports(Action onEach) : IProgress<Progress>
    {
        public List<int> Done { get; } = [];

        public void Report(Progress value)
        {
            Done.Add(value.Done);
            onEach();
        }
    }
}
