using System.Collections.Immutable;
using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Overlays;
using Analyzer.Overlays.Actions;
using Analyzer.Overlays.Composition;
using Analyzer.Playback;
using Analyzer.Rewards;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

/// <summary>The states that a user meets, as the window shows them.</summary>
public class StatePictureTests
{
    private const int Driving = 240;
    private const int BestLap = 400;

    private static readonly RewardSet Eight = Enumerable.Range(1, 8).Aggregate(
        RewardSet.Empty, (set, number) => set.With(new RewardComponent($"Component {number}", $"speed*{number}")));

    /// <summary>Name, frame, the state, and the rewards.</summary>
    private static readonly Dictionary<string, (int Frame, Func<PlayerState, PlayerState> Of, RewardSet Rewards)> States = new()
    {
        ["driving"] = (Driving, state => state, RewardSet.Default),
        ["paused"] = (Driving, state => state with { Paused = true }, RewardSet.Default),
        ["in the best lap"] = (BestLap, state => state, RewardSet.Default),
        ["after a lap"] = (270, state => state, RewardSet.Default),
        ["put back on the track"] = (90, state => state, RewardSet.Default),
        ["eight components"] = (Driving, state => state, Eight),
        ["a toast and a recording"] = (Driving, state => state with { Recording = true, Notice = "Heatmap: colour map Plasma" },
            RewardSet.Default),
        ["the first opportunity"] = (Driving, state => state.With(it => it with { Opportunity = Opportunity(0) }), RewardSet.Default),
        ["the second opportunity"] = (BestLap, state => state.With(it => it with { Opportunity = Opportunity(1) }), RewardSet.Default),
        ["a piece of the joined lap"] = (BestLap, state => state.With(it => it with { Joined = JoinedAt(BestLap - 40) }),
            RewardSet.Default),
        ["a join of the joined lap"] = (BestLap, state => state.With(it => it with { Joined = JoinedAt(BestLap - 4) }),
            RewardSet.Default),
        ["help"] = (Driving, state => state with { Help = true }, RewardSet.Default),
        ["the end"] = (763, state => state with { Ended = true }, RewardSet.Default),
    };

    public static TheoryData<string, int, bool> Shown =>
    [
        .. from name in States.Keys
           from size in new (int Height, bool Panel)[] { (720, true), (360, true), (720, false) }
           where size == (720, true) || name is "driving" or "the first opportunity" or "help" or "in the best lap" or "eight components"
           select new TheoryDataRow<string, int, bool>(name, size.Height, size.Panel),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_state_is_shown_as_accepted(string name, int height, bool withPanel)
    {
        var (frame, of, rewards) = States[name];
        var settings = Stage.SettingsFor(rewards) with { ShowPanel = withPanel };
        var state = of(new PlayerState { Frame = frame, Overlays = settings });

        Matches($"state - {name} {(withPanel ? $"{height * 16 / 9}x{height}" : "without panel")}", Stage.Evaluation, state, height);
    }

    [Fact]
    public void The_help_is_whole_in_a_small_window_without_the_panel() => Matches(
        "state - help without panel 480x360", Stage.Evaluation,
        new PlayerState { Frame = Driving, Help = true, Overlays = Stage.Settings with { ShowPanel = false } }, 360);

    [Fact]
    public void Before_the_first_row_it_says_when_the_run_starts()
    {
        var timeline = Stage.Evaluation.Timeline;
        var rows = Enumerable.Range(0, timeline.FrameCount).Select(frame => frame < 5 ? null : timeline.RowAt(frame)?.Index);
        var evaluation = Stage.Evaluation with
        {
            Timeline = new(timeline.Trace, timeline.Readings, [.. rows], timeline.FramesPerSecond, timeline.Sync),
        };

        Matches("state - the first frame 1280x720", evaluation, new PlayerState { Overlays = Stage.Settings }, 720);
    }

    [Fact]
    public void A_failing_function_says_why_in_its_plot()
    {
        var rows = Stage.Evaluation.Timeline.Trace.Rows.Length;
        ImmutableArray<double?> none = [.. Enumerable.Repeat((double?)null, rows)];
        var function = new RewardSeries(
            "reward_function", "reward_function.py", none,
            new RewardGaps("764 rows: as in its reason, first in row 0", "line 4: distance_from_center needs --track"));
        var table = RewardTable.Evaluate(
            RewardSet.Default, new RewardRows(Stage.Evaluation.Timeline.Trace), TestContext.Current.CancellationToken).With([function]);

        Matches(
            "state - a failing function 1280x720", Stage.Evaluation,
            new PlayerState { Frame = Driving, Overlays = new OverlaySettings { Rewards = new RewardState(table) } }, 720);
    }

    [Theory]
    [InlineData("14 metres a second and 60 degrees", 14, 60, false)]
    [InlineData("half a metre a second and 20 degrees", 0.5, 20, false)]
    [InlineData("continuous actions", 3.2, 28, true)]
    public void Any_action_space_has_its_own_scale(string name, double speed, double steering, bool isContinuous)
    {
        var choices = isContinuous ? ImmutableArray<ActionChoice>.Empty
            : [.. from angle in new[] { -1, -0.5, 0, 0.5, 1 } from share in new[] { 0.5, 1 }
                  select new ActionChoice(null, angle * steering, share * speed)];
        var space = new ActionSpace(choices, isContinuous, steering, speed);
        var plot = PolarGeometry.For(space, Stage.Scale);
        var layers = new ActionSpacePlot(space, plot, Stage.Scale, Stage.Fonts);
        var action = new CurrentAction(plot, Stage.Scale, Stage.Fonts);
        var trace = Some.Trace(Some.Row(steeringDegrees: steering / 2, throttleMetresPerSecond: speed));

        using var picture = Stage.Draw(layers.Background, 0);
        foreach (var overlay in new[] { layers.Grid, action })
            overlay.Draw(Canvas.Of(picture), new Moment(Stage.EvaluationOf(trace, space), 0), new OverlaySettings());

        using var top = new Mat(picture, new Rect(210, 20, 320, 195));
        Golden.Matches($"action space - {name}", top);
    }

    private static JoinedRoute JoinedAt(int row) =>
        new([(1, 0, row - 258), (2, row, 479)], new Landmarks(Stage.Evaluation.Timeline));

    private static int Opportunity(int place) => Stage.Evaluation.Sections.Opportunities[place];

    private static void Matches(string name, Evaluation evaluation, in PlayerState state, int height)
    {
        using var composer = new FrameComposer(evaluation, Stage.Layout(height));
        using var video = Stage.Still(state.Frame);
        var picture = composer.Compose(video, state.Frame, state.Overlays);

        new ScreenComposer(evaluation, composer).Draw(picture, state);

        Golden.Matches(name, picture);
    }
}
