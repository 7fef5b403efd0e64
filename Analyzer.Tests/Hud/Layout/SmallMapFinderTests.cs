using Analyzer.Hud.Layout;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Hud.Layout;

public class SmallMapFinderTests
{
    [Fact]
    public void The_sample_s_is_found_with_its_dot_and_little_more() =>
        AssertFound(SampleRun.BundledVideo, new Rect(465, 339, 126, 86));

    [Fact]
    public void In_a_short_video_it_is_found_in_the_frames_that_are_there()
    {
        using var run = SampleRun.ReadBeginning();

        AssertFound(run.Video, new Rect(465, 339, 126, 86));
    }

    [Fact]
    public void Where_none_is_the_usual_place_is_kept()
    {
        using var grey = new Mat(480, 640, MatType.CV_8UC3, Scalar.All(90));

        Assert.Equal(SmallMapFinder.Usual, SmallMapFinder.Find([grey, grey, grey, grey, grey]));
    }

    internal static void AssertFound(string video, Rect map)
    {
        const int mostAround = 16;
        var found = SmallMapFinder.Find(video, TestContext.Current.CancellationToken);

        Assert.Equal(map, found.Intersect(map));
        Assert.True(found.Width <= map.Width + (2 * mostAround) && found.Height <= map.Height + (2 * mostAround), $"{found}");
    }
}
