using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

/// <summary>Two laps side by side, rendered, and read again by the HUD reader from both halves of the picture.</summary>
public sealed class CompareViewTests
{
    [Theory]
    [InlineData(LapComparison.BestLap)]
    [InlineData(LapComparison.PreviousLap)]
    public void In_every_frame_both_laps_are_at_the_same_progress(object comparison)
    {
        using var run = SampleRun.Read();

        CompareChecks.BothHalvesAreAtTheSameProgress(run.Open(), (LapComparison)comparison, run.Beside("compared"));
    }

    [Fact]
    public void While_this_car_stands_the_other_one_waits()
    {
        var evaluation = Stage.Evaluation;
        var pauses = evaluation.Timeline.Trace.Rows.Where(row => row.PauseSecondsLeft > 0).ToArray();
        var best = evaluation.Laps.ReferenceOf(LapComparison.BestLap, evaluation.Timeline.Trace.Laps[0])!;

        Assert.NotEmpty(pauses);
        Assert.Single(pauses.Where(row => row.Episode == pauses[0].Episode)
            .Select(row => evaluation.Laps.RowBeside(evaluation.Timeline, row.Index, best)).Distinct());
    }

    [Fact]
    public void A_lap_that_was_broken_off_waits_at_its_last_row()
    {
        var rows = Stage.Evaluation.Timeline.Trace.Rows.Where(row => row.Episode > 0 || row.ProgressPercent < 50);
        var evaluation = Stage.EvaluationOf(Some.Trace(rows));
        var (broken, whole) = (evaluation.Timeline.Trace.Laps[0], evaluation.Timeline.Trace.Laps[1]);
        var previous = evaluation.Laps.ReferenceOf(LapComparison.PreviousLap, whole)!;

        Assert.Equal(broken.LastRow, evaluation.Laps.RowBeside(evaluation.Timeline, whole.LastRow, previous));
        Assert.Equal(broken.FirstRow, evaluation.Laps.RowBeside(evaluation.Timeline, whole.FirstRow, previous));
    }

    [Theory]
    [InlineData("at a corner", 120, LapComparison.BestLap, true)]
    [InlineData("in a pause", 72, LapComparison.BestLap, true)]
    [InlineData("at a lap's end", 256, LapComparison.BestLap, true)]
    [InlineData("with the lap before", 600, LapComparison.PreviousLap, true)]
    [InlineData("without a lap before", 120, LapComparison.PreviousLap, true)]
    [InlineData("against a run without a video", 120, LapComparison.BestLap, false)]
    public void It_is_drawn_as_accepted(string name, int row, object comparison, bool hasVideo)
    {
        using var session = SampleRun.Read();
        var evaluation = session.Open().Run.Evaluation with { SmallMap = Stage.Evaluation.SmallMap };
        using var composer = new FrameComposer(evaluation, Stage.Layout(720))
        {
            Open = lap => Task.FromResult(hasVideo
                ? new ComparedRun(evaluation, new VideoFrames(SampleRun.BundledVideo), null)
                : ComparedRun.OfLog(lap.Run, evaluation.ActionSpace, "There is no video of this run")),
        };
        using var video = Stage.Still(row);
        var settings = Stage.Settings with
        {
            Compare = true,
            Comparison = (LapComparison)comparison,
            Opportunity = evaluation.Sections.Opportunities[0],
        };

        Golden.Matches($"compare - {name}", composer.Compose(video, SampleRun.FrameOf(row), settings));
    }

    [Fact]
    public void Nothing_drawn_covers_either_HUD()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(720))
        {
            Open = _ => Task.FromResult(new ComparedRun(Stage.Evaluation, new VideoFrames(SampleRun.BundledVideo), null)),
        };
        using var video = Stage.Still(72);

        var picture = composer.Compose(video, 72, Stage.Settings with { Compare = true });

        Assert.All(
            [new Rect(0, 0, 230, 130), new Rect(240, 8, 140, 20), new Rect(0, 410, 130, 30), Stage.Evaluation.SmallMap],
            place =>
            {
                using var drawn = new Mat(picture, place);
                using var shown = new Mat(video, place);
                Assert.Equal(0, Cv2.Norm(drawn, shown));
            });
    }
}

/// <summary>What holds for the compare view of any run.</summary>
internal static class CompareChecks
{
    /// <summary>
    /// Renders all frames, without loss, and reads each half's HUD anew: the left one's clock is the frame's own, the right one's that of
    /// the first frame that shows the first row of the compared lap whose progress is that of the left row.
    /// </summary>
    public static void BothHalvesAreAtTheSameProgress(Session session, LapComparison comparison, string into)
    {
        var evaluation = session.Run.Evaluation;
        var (timeline, times) = (evaluation.Timeline, evaluation.Laps.Times);
        using var pipeline = session.OpenFrames(box: null, forJumps: false);
        var settings = session.Settings with { Compare = true, Comparison = comparison };
        Directory.CreateDirectory(into);
        using (var left = Lossless(Path.Combine(into, "left.avi")))
        using (var right = Lossless(Path.Combine(into, "right.avi")))
        {
            for (var frame = 0; frame < timeline.FrameCount; frame++)
            {
                var picture = pipeline.Composer.Compose(pipeline.Frames, frame, settings);
                using var one = new Mat(picture, new Rect(0, 0, 640, 480));
                using var other = new Mat(picture, new Rect(640, 0, 640, 480));
                left.Write(one);
                right.Write(other);
            }
        }

        var leftHud = HudScanner.Scan(Path.Combine(into, "left.avi"), null, TestContext.Current.CancellationToken).Readings;
        var rightHud = HudScanner.Scan(Path.Combine(into, "right.avi"), null, TestContext.Current.CancellationToken).Readings;
        var compared = 0;
        for (var frame = 0; frame < timeline.FrameCount; frame++)
        {
            AssertReads(timeline.Readings[frame], leftHud[frame], $"left, frame {frame}");
            if (timeline.RowAt(frame) is not { } row) continue;
            var lap = timeline.Trace.LapOf(row.Index);
            var other = comparison == LapComparison.BestLap ? times.Best : lap.Number > 1 ? timeline.Trace.Laps[lap.Number - 2] : null;
            if (other is null) continue;
            var progress = timeline.Trace.Rows[lap.FirstRow..(row.Index + 1)].Max(it => it.ProgressPercent);
            var beside = Enumerable.Range(other.FirstRow, other.RowCount)
                .FirstOrDefault(it => timeline.Trace.Rows[it].ProgressPercent >= progress, other.LastRow);
            if (timeline.FirstFrameOf(beside) is not { } shown) continue;
            AssertReads(timeline.Readings[shown], rightHud[frame], $"right, frame {frame}");
            compared++;
        }

        Assert.True(compared > timeline.FrameCount / 4, $"{compared} of {timeline.FrameCount} frames could be compared");
    }

    private static void AssertReads(HudReading expected, HudReading read, string where)
    {
        if (expected.ClockMilliseconds is { } clock && read.ClockMilliseconds is { } seen) Assert.True(clock == seen, $"{where}: {seen}, not {clock}");
        else Assert.True(expected.ClockMilliseconds is null || read.ClockMilliseconds is not null, $"{where}: no clock read");
    }

    private static VideoWriter Lossless(string path) => new(path, FourCC.FromString("FFV1"), 15, new Size(640, 480));
}
