using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Hud;

/// <summary>The videos of real runs are read as the sample's is.</summary>
public class SharedHudTests
{
    [SharedTheory]
    [InlineData("july_pro")]
    [InlineData("reinvent")]
    public void Every_frame_of_a_recording_is_read_exactly(string run)
    {
        var scan = HudScanner.Scan(VideoOf(run), null, TestContext.Current.CancellationToken);

        Assert.Equal(TruthOf(run).Readings, scan.Readings);
        Assert.Empty(scan.Notes);
    }

    [SharedFact]
    public void A_copy_of_the_middle_is_read_exactly()
    {
        using var copy = VideoCopy.Of(VideoOf("july_pro"), "from the middle", 20);

        var readings = HudScanner.Scan(copy.Path, null, TestContext.Current.CancellationToken).Readings;

        var score = HudScore.Of(readings, VideoCopy.Truth(TruthOf("july_pro"), "from the middle", readings.Length).Readings);
        Assert.Equal(0, score.Wrong);
        Assert.InRange(score.Empty, 0, score.Values / 1000);
    }

    private static string VideoOf(string run) => SharedFiles.Path($"runs/{run}/evaluation-0-video.mp4");

    private static HudFile TruthOf(string run) => SampleRun.ReadTruth(SharedFiles.Path($"truth/{run}.csv"));
}
