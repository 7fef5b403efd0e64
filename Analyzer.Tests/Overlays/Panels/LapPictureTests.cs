using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Overlays;
using Analyzer.Overlays.Panels;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Laps;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays.Panels;

/// <summary>The track map, and the lap against another: table, sectors, plots, in the bundled sample.</summary>
public class LapPictureTests
{
    private static readonly Scale Scale = new(1.5);
    private static readonly Rect MapArea = new(0, 0, 320, 205);
    private static readonly Scalar Background = new(32, 27, 24);
    private static readonly Rect LapArea = new(0, 0, 320, 250);
    private static readonly Fonts Fonts = new(Scale);

    [Theory]
    [InlineData("with the best lap's ghost", 120, LapComparison.BestLap)]
    [InlineData("in the best lap", 350, LapComparison.BestLap)]
    [InlineData("with the previous lap's ghost", 720, LapComparison.PreviousLap)]
    [InlineData("without a comparison", 600, LapComparison.Nothing)]
    public void The_map_is_drawn_as_accepted(string name, int row, object comparison) =>
        MapMatches(name, Stage.Evaluation, row, (LapComparison)comparison);

    [Fact]
    public void Where_the_car_was_put_back_no_line_is_drawn_but_a_mark() =>
        MapMatches("off the track", Stage.Evaluation, 72, LapComparison.Nothing);

    [Fact]
    public void All_kinds_of_marks_are_told_apart()
    {
        EpisodeStatus[] mishaps = [EpisodeStatus.OffTrack, EpisodeStatus.Crashed, EpisodeStatus.Immobilized, EpisodeStatus.Reversed];
        var rows = Stage.Evaluation.Timeline.Trace.Rows.Select(row => row.Index % 150 == 60
            ? row with { Status = mishaps[row.Index / 150 % mishaps.Length] }
            : row);

        MapMatches("with all kinds of marks", Stage.EvaluationOf(Some.Trace(rows)), 20, LapComparison.BestLap);
    }

    [Fact]
    public void The_track_s_borders_lie_beneath()
    {
        var track = TrackSearch.Read(SampleRun.TrackFile, Stage.Evaluation.Timeline.Trace);
        var evaluation = Stage.Evaluation with { Track = new DrivenTrack(track, RacingLine: null) };

        MapMatches("with the track's borders", evaluation, 120, LapComparison.BestLap);
    }

    [Theory]
    [InlineData("one step", 1, 0, 0)]
    [InlineData("on the spot", 40, 0, 0)]
    [InlineData("5 m", 40, 5, 0.5)]
    [InlineData("60 m", 40, 30, 60)]
    [InlineData("no numbers", 40, double.NaN, double.NaN)]
    public void Any_track_fits_into_the_map(string _, int rows, double width, double height)
    {
        var evaluation = Stage.EvaluationOf(Some.Trace(Enumerable.Range(0, rows).Select(row => Some.Row(
            timestampMilliseconds: row * 67, progressPercent: row,
            x: width * Math.Cos(row * Math.PI / 20), y: height * Math.Sin(row * Math.PI / 20)))));

        using var picture = Draw(new TrackMap(evaluation, MapArea, Scale, Fonts), MapArea, evaluation, rows - 1, LapComparison.BestLap);

        AssertInside(picture, 2);
    }

    [Theory]
    [InlineData("behind", 120, LapComparison.BestLap)]
    [InlineData("a sector has ended", 152, LapComparison.BestLap)]
    [InlineData("in the best lap", 350, LapComparison.BestLap)]
    [InlineData("a lap has just ended", 264, LapComparison.BestLap)]
    [InlineData("against the lap before", 600, LapComparison.PreviousLap)]
    [InlineData("no lap before", 120, LapComparison.PreviousLap)]
    [InlineData("no comparison", 120, LapComparison.Nothing)]
    public void The_lap_is_drawn_as_accepted(string name, int row, object comparison) =>
        LapMatches(name, Stage.Evaluation, row, (LapComparison)comparison);

    [Fact]
    public void Another_run_is_named()
    {
        var trace = Stage.Evaluation.Timeline.Trace;
        var slower = Some.Trace(trace.Rows.Select(row => row with { TimestampMilliseconds = row.TimestampMilliseconds * 11 / 10 }));
        var against = Drives.BestOf(slower) with { RunName = "a model with a name that is too long for its place" };

        var laps = new LapComparisons(new LapTimes(trace), against);
        LapMatches("against another run", Stage.Evaluation with { Laps = laps }, 600, LapComparison.Against);
    }

    [Fact]
    public void Where_no_lap_was_completed_it_says_so()
    {
        var trace = Some.Trace(Stage.Evaluation.Timeline.Trace.Rows.Where(row => row.ProgressPercent < 90));

        LapMatches("no lap completed", Stage.EvaluationOf(trace), 100, LapComparison.BestLap);
    }

    /// <summary>Something is drawn, and it keeps clear of the area's edges.</summary>
    private static void AssertInside(Mat picture, int margin)
    {
        var inside = new Rect(margin, margin, picture.Width - (2 * margin), picture.Height - (2 * margin));
        using var drawn = new Mat();
        using var background = new Mat(picture.Size(), MatType.CV_8UC3, Background);
        Cv2.Absdiff(picture, background, drawn);
        using var grey = drawn.CvtColor(ColorConversionCodes.BGR2GRAY);
        var all = Cv2.CountNonZero(grey);
        using var middle = new Mat(grey, inside);
        Assert.NotEqual(0, all);
        Assert.Equal(all, Cv2.CountNonZero(middle));
    }

    private static void MapMatches(string name, Evaluation evaluation, int row, LapComparison comparison)
    {
        using var picture = Draw(new TrackMap(evaluation, MapArea, Scale, Fonts), MapArea, evaluation, row, comparison);
        Golden.Matches($"map - {name}", picture);
    }

    private static void LapMatches(string name, Evaluation evaluation, int row, LapComparison comparison)
    {
        using var picture = Draw(new LapPart(evaluation), LapArea, evaluation, row, comparison);
        Golden.Matches($"lap - {name}", picture);
    }

    private static Mat Draw(IOverlay overlay, Rect area, Evaluation evaluation, int row, LapComparison comparison)
    {
        var picture = new Mat(area.Size, MatType.CV_8UC3, Background);
        overlay.Draw(Canvas.Of(picture), new Moment(evaluation, row), new OverlaySettings { Comparison = comparison });
        return picture;
    }

    private sealed class LapPart(Evaluation evaluation) : IOverlay
    {
        private readonly IOverlay[] parts =
        [
            new LapTable(evaluation, new Rect(0, 0, 320, 90), Scale, Fonts),
            new SectorCells(new Rect(0, 95, 320, 17), Scale, Fonts),
            new LapPlots(new Rect(0, 118, 320, 125), Scale, Fonts),
        ];

        public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
        {
            foreach (var part in parts) part.Draw(canvas, moment, settings);
        }
    }
}
