using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Hud;

/// <summary>What is no digit is never read, in the middle of a run or all through a video.</summary>
public class NoDigitsTests
{
    private const int First = 20;
    private const int Last = 39;
    private const string Then = ":enable='between(n,20,39)'";

    [Theory]
    [InlineData("grey", "drawbox=c=gray:t=fill" + Then)]
    [InlineData("black", "drawbox=c=black:t=fill" + Then)]
    [InlineData("white", "drawbox=c=white:t=fill" + Then)]
    [InlineData("noise", "drawbox=c=gray:t=fill" + Then + ",noise=alls=100:allf=t" + Then)]
    [InlineData("faint noise", "drawbox=c=gray:t=fill" + Then + ",noise=alls=20:allf=t" + Then)]
    [InlineData("blur", "gblur=sigma=6" + Then)]
    [InlineData("mosaic", "pixelize=w=12:h=12" + Then)]
    [InlineData("a grid", "drawgrid=w=11:h=13:t=2:c=white:replace=1" + Then)]
    [InlineData("stripes", "drawbox=c=black:t=fill" + Then + ",drawgrid=w=11:h=600:t=2:c=white" + Then)]
    [InlineData("the HUD switched off", "drawbox=0:80:200:60:0x709040:fill" + Then + ",drawbox=0:400:200:50:0x303030:fill" + Then)]
    public void Pictures_without_digits_are_left_empty_and_the_others_are_read(string what, string filter)
    {
        using var folder = new TempFolder();
        var video = Make(folder, "-ss", "20", "-i", SampleRun.BundledVideo, "-t", "4", "-vf", filter);

        var readings = HudScanner.Scan(video, null, TestContext.Current.CancellationToken).Readings;

        var truth = SampleRun.Readings.Skip(300).Select((reading, frame) => frame is >= First and <= Last ? default : reading);
        Assert.True(truth.Take(60).SequenceEqual(readings), what);
    }

    [Theory]
    [InlineData("color=gray:s=640x480")]
    [InlineData("color=white:s=640x480")]
    [InlineData("smptebars=s=640x480")]
    [InlineData("testsrc=s=640x480")]
    [InlineData("mandelbrot=s=640x480")]
    [InlineData("life=s=640x480:mold=10")]
    [InlineData("color=gray:s=640x480,noise=alls=100:allf=t")]
    public void A_video_without_a_HUD_is_left_empty(string source)
    {
        using var folder = new TempFolder();
        var video = Make(folder, "-f", "lavfi", "-i", source, "-r", "15", "-t", "1");

        var readings = HudScanner.Scan(video, null, TestContext.Current.CancellationToken).Readings;

        Assert.NotEmpty(readings);
        Assert.All(readings, reading => Assert.Equal(default, reading));
    }

    private static string Make(TempFolder folder, params string[] how)
    {
        var video = folder.Path("video.mp4");
        SystemProgram.Output("ffmpeg", ["-nostdin", "-v", "error", .. how, "-preset", "ultrafast", "-pix_fmt", "yuv420p", video]);
        return video;
    }
}
