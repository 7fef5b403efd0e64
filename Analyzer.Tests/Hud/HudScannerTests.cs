using System.Diagnostics;
using Analyzer.Hud;
using Analyzer.Hud.Strips;
using Analyzer.Platform;

namespace Analyzer.Tests.Hud;

public class HudScannerTests
{
    private const string ClockAtTheTopMiddle =
        "-filter_complex \"[0]split[a][b];[b]crop=150:26:4:82[c];[a]drawbox=0:80:200:30:0x203040:fill[d];[d][c]overlay=234:7\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HudVideo.Sample)]
    [InlineData(HudVideo.JulyPro)]
    public void Every_frame_of_a_recording_is_read_exactly(string run)
    {
        var scan = HudScanner.Scan(HudVideo.PathOf(run), Tessdata.Find(), null, Cancellation);

        Assert.Equal(HudVideo.Truth(run), scan.Readings);
        Assert.Equal(15.0, scan.FramesPerSecond);
        Assert.Empty(scan.Notes);
    }

    [Theory]
    [InlineData(HudVideo.Sample, "-r 30 -t 20", 2, 0)]
    [InlineData(HudVideo.Sample, "-ss 20 -t 20", 1, 300)]
    [InlineData(HudVideo.Sample, "-vf hue=s=0 -t 20", 1, 0)]
    [InlineData(HudVideo.Sample, "-vf pad=640:490:0:10,crop=640:480:0:0 -t 20", 1, 0)]
    [InlineData(HudVideo.Sample, "-crf 28", 1, 0)]
    [InlineData(HudVideo.Sample, ClockAtTheTopMiddle + " -t 20", 1, 0)]
    [InlineData(HudVideo.JulyPro, "-ss 38 -t 60", 1, 570)]
    public void A_copy_is_read_exactly(string run, string ffmpeg, int framesEach, int firstFrame)
    {
        using var copy = HudVideo.Copy(HudVideo.PathOf(run), ffmpeg);

        var score = HudScore.Of(HudScanner.Scan(copy.Path, Tessdata.Find(), null, Cancellation).Readings, run, framesEach, firstFrame);

        Assert.Equal(0, score.Wrong);
        Assert.InRange(score.Empty, 0, score.Values / 1000);
    }

    [Fact]
    public void A_video_without_a_HUD_has_a_reading_without_values_for_every_frame_and_says_so()
    {
        using var video = HudVideo.Ffmpeg("-f lavfi -i testsrc2=size=640x480:rate=15:duration=2");

        var scan = HudScanner.Scan(video.Path, Tessdata.Find(), null, Cancellation);

        Assert.Equal(Enumerable.Repeat(default(HudReading), 30), scan.Readings);
        Assert.Contains("no HUD", Assert.Single(scan.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_video_is_named()
    {
        using var file = new TemporaryFile(".mp4");
        File.WriteAllBytes(file.Path, [1, 2, 3]);

        var error = Assert.Throws<RunException>(() => HudScanner.Scan(file.Path, Tessdata.Find(), null, Cancellation));

        Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_missing_video_is_named()
    {
        var error = Assert.Throws<RunException>(() => HudScanner.Scan("gone.mp4", Tessdata.Find(), null, Cancellation));

        Assert.Equal("gone.mp4: there is no such video; name another with --video.", error.Message);
    }

    [Fact]
    public void An_interrupted_pass_stops_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(cancel.Cancel);
        var video = HudVideo.PathOf(HudVideo.Sample);

        Assert.ThrowsAny<OperationCanceledException>(() => HudScanner.Scan(video, Tessdata.Find(), progress, cancel.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(progress.FirstReport), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private sealed class Callback(Action onFirst) : IProgress<Progress>
    {
        public long FirstReport { get; private set; }

        public void Report(Progress value)
        {
            FirstReport = FirstReport == 0 ? Stopwatch.GetTimestamp() : FirstReport;
            onFirst();
        }
    }
}
