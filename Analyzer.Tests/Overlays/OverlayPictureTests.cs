using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Actions;
using Analyzer.Overlays.Notes;
using Analyzer.Overlays.Progress;
using Analyzer.Playback;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

public class OverlayPictureTests
{
    private static readonly PolarGeometry Plot = PolarGeometry.For(Stage.Evaluation.ActionSpace, Stage.Scale);
    private static readonly ActionSpacePlot ActionSpace = new(Stage.Evaluation.ActionSpace, Plot, Stage.Scale, Stage.Fonts);

    /// <summary>Name of the picture, the overlay, and the row in it.</summary>
    private static readonly Dictionary<string, (Func<IOverlay> Overlay, int Row)> Pictures = new()
    {
        ["car variables while driving"] = (() => new CarVariables(Stage.Scale, Stage.Fonts), 240),
        ["car variables off the track"] = (() => new CarVariables(Stage.Scale, Stage.Fonts), 56),
        ["lap variables while driving"] = (() => new LapVariables(Stage.Evaluation.SmallMap, Stage.Scale, Stage.Fonts), 240),
        ["lap variables in a pause"] = (() => new LapVariables(Stage.Evaluation.SmallMap, Stage.Scale, Stage.Fonts), 72),
        ["foot line"] = (() => new FootLine(Stage.Scale, Stage.Fonts), 240),
        ["action space, background"] = (() => ActionSpace.Background, 240),
        ["action space, grid"] = (() => ActionSpace.Grid, 240),
        ["current action"] = (() => new CurrentAction(Plot, Stage.Scale, Stage.Fonts), 240),
        ["speed arc"] = (() => new SpeedArc(Plot, Stage.Scale), 240),
        ["heatmap after many steps"] = (() => new Heatmap(Stage.Evaluation.Timeline.Trace, Plot, Stage.Scale), 240),
        ["progress bar"] = (() => new ProgressBar(Stage.Evaluation, Stage.Scale, Stage.Fonts), 240),
        ["end notice"] = (() => new EndNotice(Stage.Scale, Stage.Fonts), 240),
    };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_overlay_alone_is_drawn_as_accepted(string name)
    {
        var (overlay, row) = Pictures[name];

        using var picture = Stage.Draw(overlay(), row);

        Golden.Matches($"overlay - {name}", picture);
    }

    [Theory]
    [InlineData("progress bar with its marks", null, null, null)]
    [InlineData("progress bar under the mouse", 190, null, null)]
    [InlineData("progress bar under the mouse at its end", 763, null, null)]
    [InlineData("progress bar with a loop's beginning", null, 240, null)]
    [InlineData("progress bar with a loop", null, 240, 430)]
    [InlineData("progress bar with a loop of one frame", null, 760, 760)]
    [InlineData("progress bar with a loop and under the mouse", 570, 240, 430)]
    public void The_bar_shows_loop_and_mouse(string name, int? hover, int? from, int? to)
    {
        var state = new PlayerState { Frame = 460, Hover = hover, LoopFrom = from, LoopTo = to };
        using var picture = Stage.Draw(new ProgressBar(Stage.Evaluation, Stage.Scale, Stage.Fonts), state.Frame);
        new FootLine(Stage.Scale, Stage.Fonts).Draw(Canvas.Of(picture), new Moment(Stage.Evaluation, state.Frame), state.Overlays);

        new ProgressBarControls(Stage.Evaluation, Stage.Scale, Stage.Fonts).Draw(
            Canvas.Of(picture), state, new Rect(0, 0, picture.Width, picture.Height));

        using var foot = new Mat(picture, new Rect(0, picture.Height - 60, picture.Width, 60));
        Golden.Matches($"overlay - {name}", foot);
    }

    [Theory]
    [InlineData("heatmap in a wide, unattenuated look", 1.0, 100, nameof(HeatmapColours.Turbo))]
    [InlineData("heatmap in a narrow, short look", 1.2, 30, nameof(HeatmapColours.Turbo))]
    [InlineData("heatmap in another colour map", 1.05, 60, nameof(HeatmapColours.Plasma))]
    public void The_heatmap_follows_its_settings(string name, double attenuation, int size, string colours)
    {
        var settings = new OverlaySettings
        {
            HeatmapAttenuation = attenuation,
            HeatmapGaussianSize = size,
            HeatmapColours = Enum.Parse<HeatmapColours>(colours),
        };
        var heatmap = new Heatmap(Stage.Evaluation.Timeline.Trace, Plot, Stage.Scale);

        using var picture = Stage.Draw(heatmap, 240, settings);

        Golden.Matches($"overlay - {name}", picture);
    }

    [Theory]
    [InlineData("foot line of a run locked by speed", SyncMode.Speed, null)]
    [InlineData("foot line of a run locked by time", SyncMode.Time, null)]
    [InlineData("foot line where frames are dropped", SyncMode.Clock, 62)]
    public void The_foot_line_says_what_is_not_as_asked_for(string name, object sync, int? shown)
    {
        var timeline = Stage.Evaluation.Timeline;
        var rows = Enumerable.Range(0, timeline.FrameCount).Select(frame => timeline.RowAt(frame)?.Index);
        var evaluation = Stage.Evaluation with
        {
            Timeline = new Timeline(timeline.Trace, timeline.Readings, [.. rows], timeline.FramesPerSecond, (SyncMode)sync),
        };

        using var picture = Stage.Draw(
            new FootLine(Stage.Scale, Stage.Fonts), 240, new OverlaySettings { FramesPerSecondShown = shown }, evaluation);

        Golden.Matches($"overlay - {name}", picture);
    }
}
