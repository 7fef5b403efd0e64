using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Panels;
using Analyzer.Rewards;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays.Panels;

public class RewardPanelPictureTests
{
    private static readonly (string Name, string Expression)[] Components =
    [
        ("Speed", "{speed}**2"),
        ("Steering", "1 - abs({steer})/30"),
        ("Progress", "({progress}/{steps})*100"),
        ("Gaps", "1/({closest_waypoint}%3)"),
        ("A name that is longer than its place", "{speed} - prev(speed, 5) if {all_wheels_on_track} else -20*{is_offtrack}"),
        ("Nothing at all", "sqrt(-1)"),
        ("Constant", "7"),
        ("Smoothness", "-abs({steer} - prev(steer))"),
        ("Ninth", "9"),
        ("Tenth", "10"),
    ];

    [Theory]
    [InlineData("one component", 1, 240)]
    [InlineData("three components", 3, 240)]
    [InlineData("eight components", 8, 240)]
    [InlineData("ten components", 10, 240)]
    [InlineData("the first steps of a lap", 3, 264)]
    [InlineData("through an off-track and a pause", 3, 117)]
    public void The_panel_is_drawn_as_accepted(string name, int count, int row) =>
        Matches(name, row, Stage.SettingsFor(Set(count)));

    [Fact]
    public void A_mistake_in_the_file_is_shown_and_the_last_good_curves_stay()
    {
        var good = Stage.SettingsFor(Set(3));
        var settings = good with
        {
            Rewards = good.Rewards with
            {
                Message = "rewards.json, line 3, column 14: Speed, column 9: there is no column `speeed`; did you mean `speed`?",
            },
        };

        Matches("a mistake in the file", 240, settings);
    }

    [Fact]
    public void Before_the_first_step_there_are_no_curves()
    {
        var timeline = Stage.Evaluation.Timeline;
        var rows = Enumerable.Range(0, timeline.FrameCount).Select(frame => frame == 0 ? null : timeline.RowAt(frame)?.Index);
        var evaluation = Stage.Evaluation with
        {
            Timeline = new(timeline.Trace, timeline.Readings, [.. rows], timeline.FramesPerSecond, timeline.Sync),
        };

        using var picture = Draw(new Moment(evaluation, 0), Stage.SettingsFor(Set(3)));

        Golden.Matches("panel - before the first step", picture);
    }

    private static RewardSet Set(int count) => Components.Take(count)
        .Aggregate(RewardSet.Empty, (set, component) => set.With(new RewardComponent(component.Name, component.Expression)));

    private static void Matches(string name, int row, OverlaySettings settings)
    {
        using var picture = Draw(new Moment(Stage.Evaluation, row), settings);

        Golden.Matches($"panel - {name}", picture);
    }

    private static Mat Draw(in Moment moment, OverlaySettings settings)
    {
        var layout = Stage.Layout(720);
        var picture = new Mat(layout.Panel.Size, MatType.CV_8UC3);
        var scale = new Scale(1.5);
        new Panel(moment.Evaluation, layout.Panel.Size, scale, new Fonts(scale)).Draw(Canvas.Of(picture), moment, settings);
        return picture;
    }
}
