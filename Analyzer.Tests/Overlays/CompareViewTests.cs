using Analyzer.Laps;
using Analyzer.Overlays.Composition;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

/// <summary>Two laps side by side, drawn, and read again by the HUD reader from both halves of the picture.</summary>
public sealed class CompareViewTests
{
    [Theory]
    [InlineData(LapComparison.BestLap)]
    [InlineData(LapComparison.PreviousLap)]
    public void In_every_frame_both_laps_are_at_the_same_progress(object comparison)
    {
        using var run = SampleRun.Read();

        CompareChecks.BothHalvesAreAtTheSameProgress(run.Open(), (LapComparison)comparison);
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
    [InlineData("at a corner", 120, LapComparison.BestLap, true, 720, true)]
    [InlineData("in a pause", 72, LapComparison.BestLap, true, 720, true)]
    [InlineData("at a lap's end", 256, LapComparison.BestLap, true, 720, true)]
    [InlineData("at a corner in a small window", 120, LapComparison.BestLap, true, 360, true)]
    [InlineData("in a pause in a small window", 72, LapComparison.BestLap, true, 360, true)]
    [InlineData("with the lap before", 600, LapComparison.PreviousLap, true, 720, true)]
    [InlineData("without a lap before", 120, LapComparison.PreviousLap, true, 720, true)]
    [InlineData("against a run without a video", 120, LapComparison.BestLap, false, 720, true)]
    [InlineData("against a run without a video, no panel", 120, LapComparison.BestLap, false, 720, false)]
    [InlineData("against a run without a video, no panel, in a small window", 120, LapComparison.BestLap, false, 360, false)]
    public void It_is_shown_as_accepted(string name, int row, object comparison, bool hasVideo, int height, bool withPanel)
    {
        using var session = SampleRun.Read();
        var evaluation = session.Open().Run.Evaluation with { SmallMap = Stage.Evaluation.SmallMap };
        using var composer = new FrameComposer(evaluation, Stage.Layout(height))
        {
            Open = lap => Task.FromResult(hasVideo
                ? new ComparedRun(evaluation, new VideoFrames(SampleRun.BundledVideo), null)
                : ComparedRun.OfLog(lap.Run, evaluation.ActionSpace, "There is no video of this run")),
        };
        using var video = Stage.Still(row);
        var settings = Stage.Settings with
        {
            Compare = true,
            ShowPanel = withPanel,
            Comparison = (LapComparison)comparison,
            Opportunity = evaluation.Sections.Opportunities[0],
        };

        var picture = composer.Compose(video, SampleRun.FrameOf(row), settings);
        if (!withPanel) new ScreenComposer(evaluation, composer).Draw(picture, new PlayerState { Frame = row, Overlays = settings });

        Golden.Matches($"compare - {name}", picture);
    }

    [Theory]
    [InlineData("paused and recording off the track in a small window", 60, true, true, false)]
    [InlineData("paused in a pause in a small window", 72, true, false, false)]
    [InlineData("help in a small window, no panel", 120, false, false, true)]
    public void What_the_screen_says_of_it_is_shown_as_accepted(string name, int row, bool isPaused, bool isRecording, bool isHelp)
    {
        using var session = SampleRun.Read();
        var evaluation = session.Open().Run.Evaluation with { SmallMap = Stage.Evaluation.SmallMap };
        using var composer = new FrameComposer(evaluation, Stage.Layout(360))
        {
            Open = _ => Task.FromResult(new ComparedRun(evaluation, new VideoFrames(SampleRun.BundledVideo), null)),
        };
        using var video = Stage.Still(row);
        var state = new PlayerState
        {
            Frame = SampleRun.FrameOf(row),
            Paused = isPaused,
            Recording = isRecording,
            Help = isHelp,
            Overlays = Stage.Settings with { Compare = true, ShowPanel = !isHelp },
        };

        var picture = composer.Compose(video, state.Frame, state.Overlays);
        new ScreenComposer(evaluation, composer).Draw(picture, state);

        Golden.Matches($"compare - {name}", picture);
    }

    [Theory]
    [InlineData("while that lap is not read", 120)]
    [InlineData("while this frame is not read", 300)]
    public void It_shows_no_frame_that_it_can_not_know(string name, int row)
    {
        using var session = SampleRun.Read();
        var whole = session.Open().Run.Evaluation;
        var evaluation = whole with
        {
            SmallMap = Stage.Evaluation.SmallMap,
            Timeline = whole.Timeline.BeginningOf(200, SampleRun.FrameCount),
        };
        using var composer = new FrameComposer(evaluation, Stage.Layout(720))
        {
            Open = _ => Task.FromResult(new ComparedRun(evaluation, new VideoFrames(SampleRun.BundledVideo), null)),
        };
        using var video = Stage.Still(row);

        Golden.Matches(
            $"compare - {name}", composer.Compose(video, SampleRun.FrameOf(row), Stage.Settings with { Compare = true }));
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

        var best = Stage.Evaluation.Laps.ReferenceOf(LapComparison.BestLap, Stage.Evaluation.Timeline.Trace.Laps[0])!;
        using var other = SampleFrames.Of(Stage.Evaluation.Laps.RowBeside(Stage.Evaluation.Timeline, 72, best));
        Assert.All(
            [new Rect(0, 0, 230, 130), new Rect(240, 8, 140, 20), new Rect(0, 410, 130, 30), Stage.Evaluation.SmallMap],
            place =>
            {
                AssertSame(video, place, picture, 0);
                AssertSame(other, place, picture, 640);
            });
    }

    private static void AssertSame(Mat shown, Rect place, Mat picture, int left)
    {
        using var before = new Mat(shown, place);
        using var drawn = new Mat(picture, place + new Point(left, 0));
        Assert.Equal(0, Cv2.Norm(before, drawn));
    }
}
