using Analyzer.Commands;
using Analyzer.Hud;
using Analyzer.Hud.Strips;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Tests.Hud;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Sessions;

/// <summary>What is kept of a copy whose digits fall between pixels: what the picture says, less what the log tells against.</summary>
public sealed class ScaledCopyTests
{
    [Theory]
    [InlineData(HudVideo.Sample, "480:360", 2)]
    [InlineData(HudVideo.Sample, "480:360", 4)]
    [InlineData(HudVideo.Sample, "480:360", 16)]
    [InlineData(HudVideo.Sample, "960:720", 2)]
    [InlineData(HudVideo.JulyPro, "480:360", 2)]
    [InlineData(HudVideo.JulyPro, "480:360", 6)]
    public void A_scaled_copy_is_read_right_or_not_at_all_and_every_row_is_right(string run, string size, int threads)
    {
        var video = HudVideo.PathOf(run);
        using var copy = HudVideo.Copy(video, $"-vf scale={size}:flags=bicubic+accurate_rnd+bitexact -crf 28", threads);
        var opener = new RunOpener(new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System));
        var log = opener.OpenLog(new RunSelection(Path.GetDirectoryName(video)!, null, copy.Path, null, KeepLog: true), videoNeeded: true);

        var timeline = opener.Lock(log, HudScanner.Scan(copy.Path, Tessdata.Find(), null, TestContext.Current.CancellationToken)).Evaluation
            .Timeline;

        var score = HudScore.Of(timeline.Readings, run, framesEach: 1, firstFrame: 0);
        Assert.InRange(score.Wrong, 0, score.Values / 1000);
        Assert.InRange(score.Empty, 0, score.Values / 20);
        Assert.Equal(HudVideo.TrueRows(run), Enumerable.Range(0, timeline.FrameCount).Select(frame => timeline.RowAt(frame)?.Index));
    }
}
