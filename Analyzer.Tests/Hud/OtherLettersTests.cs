using System.Globalization;
using Analyzer.Drawing;
using Analyzer.Hud;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Hud;

/// <summary>A HUD in another typeface than the simulator's, in which some digits look alike and others do not, is not half read.</summary>
public class OtherLettersTests
{
    private const int Frames = 90;

    // A capital of Lato is 0.72 of its size.
    [Theory]
    [InlineData(16 * 0.72)]
    [InlineData(18 * 0.72)]
    [InlineData(20 * 0.72)]
    public void A_HUD_in_Lato_gives_no_reading_at_all(double capHeight)
    {
        using var folder = new TempFolder();
        var letters = new TextRenderer(capHeight, Colour.White);
        var video = MadeUpHud.Encode(folder, Enumerable.Range(0, Frames).Select(frame => Picture(letters, frame)), "null");

        var readings = HudScanner.Scan(video, null, TestContext.Current.CancellationToken).Readings;

        Assert.Equal(new HudReading[Frames], readings);
    }

    private static Mat Picture(TextRenderer letters, int frame)
    {
        var picture = new Mat(480, 640, MatType.CV_8UC3, new Scalar(48, 48, 48));
        var canvas = Canvas.Of(picture);
        var clock = TimeSpan.FromMilliseconds(20_000 + (frame * 67));
        letters.Draw(canvas, $"Race | {clock.ToString(@"mm\:ss\.fff", CultureInfo.InvariantCulture)}", 10, 85 + letters.CapHeight);
        letters.Draw(canvas, $"{frame * 7 % 20:00}.{frame * 37 % 100:00} m/s", 10, 422 + letters.CapHeight);
        return picture;
    }
}
