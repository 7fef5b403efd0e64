using Analyzer.Hud;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Hud;

/// <summary>
/// The HUD is read on any background: grass, moving white lines and sky within one video, in every layout, at every scale.
/// </summary>
public class BackgroundTests
{
    private const int Frames = 32;

    [Theory]
    [InlineData("evaluation", 425, 61, 90, 0, 640, 480)]
    [InlineData("evaluation of 2020", 423, 61, 90, 0, 640, 480)]
    [InlineData("league", 415, 61, 90, 0, 640, 480)]
    [InlineData("head to head", 425, 291, 15, 0, 640, 480)]
    [InlineData("fractional advances", 425, 61, 90, 1, 640, 480)]
    [InlineData("anywhere", 300, 333, 200, 0, 640, 480)]
    [InlineData("half as large again", 425, 61, 90, 0, 960, 720)]
    [InlineData("three times as large", 425, 61, 90, 0, 1920, 1440)]
    [InlineData("three quarters", 425, 61, 90, 0, 480, 360)]
    public void Clock_and_speed_are_read_on_every_background(
        string what, int speedTop, int clockLeft, int clockTop, int layout, int width, int height)
    {
        var truth = Enumerable.Range(0, Frames).Select(i => new HudReading(i * 37 % 400, 100_000 + (i * 67) + (i * i))).ToArray();
        using var folder = new TempFolder();
        var video = Video(
            folder, truth.Select((reading, i) => (Background(i), reading)),
            new Point(10, speedTop), new Point(clockLeft, clockTop), layout, width, height);

        var readings = HudScanner.Scan(video, null, TestContext.Current.CancellationToken).Readings;

        Assert.True(truth.SequenceEqual(readings), what);
    }

    [Fact]
    public void A_slide_show_is_read_picture_by_picture()
    {
        var truth = Enumerable.Range(0, Frames).Select(i => new HudReading((i / 5) * 31, (i / 5) * 331)).ToArray();
        using var folder = new TempFolder();
        var video = Video(
            folder, truth.Select((reading, i) => (Background(i / 5 * 5), reading)),
            new Point(10, 423), new Point(61, 90), layout: 0, 640, 480);

        var readings = HudScanner.Scan(video, null, TestContext.Current.CancellationToken).Readings;

        Assert.Equal(truth, readings);
    }

    // Grass, grass with a white line passing, the sky, and the dark sea, one after the other.
    private static Mat Background(int frame)
    {
        var background = new Mat(480, 640, MatType.CV_8UC3);
        var random = new RNG((ulong)(frame + 1));
        var (colour, noise) = (frame * 4 / Frames) switch
        {
            0 or 1 => (new Scalar(60, 150, 130), 25),
            2 => (new Scalar(200, 180, 165), 3),
            _ => (new Scalar(110, 80, 40), 3),
        };
        random.Fill(background, DistributionType.Normal, colour, Scalar.All(noise));
        if (frame * 4 / Frames == 1)
        {
            var top = (frame * 20) % 400;
            Cv2.Line(background, new Point(top, 0), new Point(top - 120, 480), new Scalar(215, 225, 225), 14);
        }

        return background;
    }

    private static string Video(
        TempFolder folder, IEnumerable<(Mat Background, HudReading Reading)> frames,
        Point speed, Point clock, int layout, int width, int height)
    {
        return MadeUpHud.Encode(folder, frames.Select(Picture), $"scale={width}:{height}");

        Mat Picture((Mat Background, HudReading Reading) frame)
        {
            using (frame.Background)
                return MadeUpHud.Draw(frame.Background, frame.Reading, speed, clock, layout);
        }
    }
}
