using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Hud.Layout;

/// <summary>The small map of real tracks is found in their runs' frames.</summary>
public sealed class SharedSmallMapTests
{
    [SharedTheory]
    [InlineData("runs/july_pro", 449, 372, 158, 72)]
    [InlineData("runs/reinvent", 471, 350, 112, 68)]
    [InlineData("runs/bright_league", 471, 350, 112, 68)]
    [InlineData("runs/bright_july", 449, 372, 158, 72)]
    public void Other_tracks_are_found_where_they_are(string run, int left, int top, int width, int height)
    {
        var folder = SharedFiles.Path(run);

        SmallMapFinderTests.AssertFound(Directory.GetFiles(folder, "*.mp4").Single(), new Rect(left, top, width, height));
    }
}
