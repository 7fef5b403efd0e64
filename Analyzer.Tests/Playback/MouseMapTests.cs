using Analyzer.Drawing;
using Analyzer.Overlays;
using Analyzer.Overlays.Progress;
using Analyzer.Playback;
using Analyzer.Playback.Window;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>A video of 200 frames in a picture 960x720, without the panel: each frame is 4.8 pixels wide on the bar.</summary>
public sealed class MouseMapTests
{
    private const int OnBar = 715;
    private const int AboveBar = 600;

    private static readonly MouseMap Mouse = new(
        PictureLayout.Inside(new Size(640, 480), new Size(1280, 720)), new Scale(1.5), MadeUpLandmarks.Landmarks);
    private static readonly PlayerState Here = new PlayerState { Frame = 100 }.With(it => it with { ShowPanel = false });
    private static readonly PlayerState WithPanel = new() { Frame = 100 };

    private static readonly (string Sentence, PlayerState Before, MouseInput[] Inputs, PlayerState After)[] Table =
    [
        ("hovering says what is there", Here, [Move(480, OnBar)], Here with { Hover = 100 }),
        ("hovering somewhat above says it too", Here, [Move(480, 699)], Here with { Hover = 100 }),
        ("hovering at the window's edge says it too", Here, [Move(0, 719)], Here with { Hover = 0 }),
        ("hovering elsewhere says nothing", Here with { Hover = 3 }, [Move(480, AboveBar)], Here),
        ("hovering beside the video says nothing", Here, [Move(970, OnBar)], Here),
        ("with the panel the bar goes on beneath it", WithPanel, [Move(1200, OnBar)], WithPanel with { Hover = 187 }),
        ("a mouse below the window says nothing", Here with { Hover = 3 }, [Move(480, 720)], Here),
        ("a click goes there", Here, [Press(240, OnBar), Release(240, OnBar)], Here with { Frame = 50, Hover = 50 }),
        ("a click keeps a pause", Here with { Paused = true }, [Press(0, OnBar), Release(
            0,
            OnBar)], Here with { Frame = 0, Hover = 0, Paused = true }),
        ("a click above the bar does nothing", Here, [Press(240, AboveBar), Release(240, AboveBar)], Here),
        ("a click beside the video does nothing", Here, [Press(970, OnBar), Release(970, OnBar)], Here),
        ("a button that was pressed elsewhere does not drag", Here, [Press(240, AboveBar), Drag(240, OnBar)], Here),
        ("while the button is held the run waits", Here, [Press(240, OnBar)], Here with { Frame = 50, Hover = 50, Dragging = true }),
        ("dragging goes along, above the bar too", Here, [Press(240, OnBar), Drag(
            720,
            AboveBar)], Here with { Frame = 150, Hover = 150, Dragging = true }),
        ("dragging stops at the last frame", Here, [Press(240, OnBar), Drag(
            1200,
            OnBar)], Here with { Frame = 199, Hover = 199, Dragging = true }),
        ("dragging back stops at the first frame", Here, [Press(240, OnBar), Drag(
            -3,
            OnBar)], Here with { Frame = 0, Hover = 0, Dragging = true }),
        ("after dragging the run goes on", Here, [Press(240, OnBar), Release(720, AboveBar)], Here with { Frame = 150 }),
        ("a button let go unseen ends the dragging", Here, [Press(240, OnBar), Drag(720, OnBar), Move(
            9,
            AboveBar)], Here with { Frame = 150 }),
        ("a click takes the end back", Here with { Ended = true }, [Press(240, OnBar), Release(
            240,
            OnBar)], Here with { Frame = 50, Hover = 50 }),
        ("a click takes the notice away", Here with { Notice = "Saved" }, [Press(240, OnBar), Release(
            240,
            OnBar)], Here with { Frame = 50, Hover = 50 }),
        ("hovering leaves the notice", Here with { Notice = "Saved" }, [Move(480, OnBar)], Here with { Notice = "Saved", Hover = 100 }),
    ];

    public static TheoryData<string> Sentences { get; } = [.. Table.Select(row => row.Sentence)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Mouse_on_the_bar(string sentence)
    {
        var (_, before, inputs, after) = Table.Single(row => row.Sentence == sentence);

        Assert.Equal(after, inputs.Aggregate(before, (state, input) => Mouse.Apply(input, state)));
    }

    [Theory]
    [InlineData(960, 200)]
    [InlineData(960, 2061)]
    [InlineData(240, 742)]
    [InlineData(960, 54_000)]
    [InlineData(960, 1)]
    public void Each_column_has_a_frame_that_begins_there_or_before(int width, int frames)
    {
        var bar = new ProgressBarLayout(new Size(width, 720), frames, new Scale(1.5));

        Assert.Equal((0, frames - 1), (bar.FrameAt(0), bar.FrameAt(width - 1)));
        Assert.All(Enumerable.Range(0, width - 1), column =>
            Assert.InRange(bar.ColumnOf(bar.FrameAt(column)), column - (width / frames) - 1, column));
    }

    private static MouseInput Move(int x, int y) => new(MouseAction.Move, new Point(x, y));

    private static MouseInput Drag(int x, int y) => new(MouseAction.Drag, new Point(x, y));

    private static MouseInput Press(int x, int y) => new(MouseAction.Press, new Point(x, y));

    private static MouseInput Release(int x, int y) => new(MouseAction.Release, new Point(x, y));
}
