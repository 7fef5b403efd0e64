using Analyzer.Overlays;
using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

public sealed class PlayerTests : IClassFixture<PlayerStage>
{
    private readonly PlayerStage stage;

    public PlayerTests(PlayerStage stage)
    {
        this.stage = stage;
        stage.Clear();
    }

    public static TheoryData<string, int, string[]> Ways { get; } = new()
    {
        { "played from the frame before", 103, ["+1"] },
        { "one step forward", 103, ["."] },
        { "one step back", 105, [","] },
        { "steps back over frames not yet decoded", 107, [",", ",", ","] },
        { "one second back", 119, ["P", "Left"] },
        { "one second forward", 89, ["P", "Right"] },
        { "from the end by a jump, seconds and steps", 700, ["P", "End", "1", "Right", "Right", ",", ",", ",", ",", "."] },
        { "with other settings on the way", 104, ["P", "A", "S", "T", "B", "X", "G", "H", "A", "S", "T", "V", "Z", "F", "H"] },
    };

    [Fact]
    public void Frames_follow_each_other_one_by_one_at_the_rate_asked_for()
    {
        var shown = stage.Play(758);

        var expected = Enumerable.Range(758, 12).Select(frame => stage.Screen(At(frame)));
        Assert.Equal([.. expected], shown);
        Assert.InRange(stage.Elapsed.TotalSeconds, 12 / 15.0, (12 / 15.0) + 0.03);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_frame_looks_the_same_however_it_is_reached(string way, int from, string[] keys)
    {
        Assert.NotEmpty(way);

        Assert.Equal(stage.Screen(At(104)), stage.Play(from, [.. keys, "Q"])[^1]);
    }

    [Fact]
    public void On_a_slow_machine_frames_are_dropped_rather_than_time_lost()
    {
        (stage.DrawingTime, stage.FramesPerSecond) = (TimeSpan.FromMilliseconds(50), 100);

        var shown = stage.Play(570);

        Assert.InRange(shown.Count, 35, 50);
        Assert.InRange(stage.Elapsed.TotalSeconds, 2, 2.4);
    }

    [Fact]
    public void Repetitions_of_a_key_held_down_are_shown_together_and_none_goes_on_later()
    {
        var shown = stage.Play(100, "P", "Right", "Right", "Right", ".", ".", "+1", "Q");

        Assert.Equal(stage.Screen(At(147)), shown[^1]);
        Assert.InRange(shown.Count, 3, 4);
    }

    [Fact]
    public void Dragging_along_the_bar_shows_each_place()
    {
        var shown = stage.Play(100, "P", "press 160,238", "drag 80,200", "release 80,200", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(Pointed(385)), stage.Screen(Pointed(192)), stage.Screen(At(192))], shown);
    }

    [Fact]
    public void While_the_button_is_held_the_run_waits_and_then_goes_on()
    {
        var shown = stage.Play(100, ["press 160,238", .. Enumerable.Repeat("drag 160,230", 100), "release 160,200", "+2", "Q"]);

        Assert.Equal([stage.Screen(Pointed(385)), stage.Screen(At(385)), stage.Screen(At(386))], shown.Skip(1).Take(3));
    }

    [Fact]
    public void A_button_let_go_outside_the_window_ends_the_dragging()
    {
        stage.Outside = new MouseInput(MouseAction.Move, new Point(-40, 300));

        var shown = stage.Play(100, "press 160,238", "leave", "+2", "Q");

        Assert.Equal([stage.Screen(Pointed(385)), stage.Screen(At(385)), stage.Screen(At(386))], shown.Skip(1).Take(3));
    }

    [Fact]
    public void A_mouse_dragged_out_of_the_window_is_followed()
    {
        stage.Outside = new MouseInput(MouseAction.Drag, new Point(900, 300));

        var shown = stage.Play(100, "P", "press 160,238", "leave", "release 900,300", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(Pointed(385)), stage.Screen(Pointed(769)), stage.Screen(At(769))], shown);
    }

    [Fact]
    public void What_is_under_the_mouse_goes_when_it_leaves_the_window()
    {
        stage.Outside = new MouseInput(MouseAction.Move, new Point(160, 241));

        var shown = stage.Play(100, "P", "move 160,238", "leave", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(At(100) with { Hover = 385 }), stage.Screen(At(100))], shown);
    }

    [Fact]
    public void Where_nobody_can_tell_whether_the_mouse_has_left_it_goes_after_three_seconds()
    {
        var shown = stage.Play(100, "P", "move 160,238", "+1", "Q");

        Assert.Equal([stage.Screen(At(100)), stage.Screen(At(100) with { Hover = 385 }), stage.Screen(At(100))], shown);
        Assert.InRange(stage.Elapsed.TotalSeconds, 3, 3.2);
    }

    [Fact]
    public void A_loop_runs_until_it_is_cleared()
    {
        var shown = stage.Play(100, "P", "L", ".", ".", ".", "L", "P", "+9", "L", "+2", "Q");

        string[] round = [.. Enumerable.Range(100, 4).Select(frame => stage.Screen(At(frame) with { LoopFrom = 100, LoopTo = 103 }))];
        Assert.Equal([.. round, .. round], shown.SkipWhile(picture => picture != round[0]).Take(8));
        Assert.Equal(stage.Screen(At(104)), shown[^1]);
    }

    [Fact]
    public void R_twice_makes_a_video_of_exactly_the_frames_shown_between()
    {
        stage.Play(100, "+2", "R", "+6", "R", "+3", "Q");

        stage.AssertRecorded(Enumerable.Range(102, 7));
    }

    [Fact]
    public void A_recording_holds_every_frame_on_a_slow_machine_too()
    {
        (stage.DrawingTime, stage.FramesPerSecond) = (TimeSpan.FromMilliseconds(50), 100);

        stage.Play(100, "R", "+20", "R", "Q");

        stage.AssertRecorded(Enumerable.Range(101, 21));
    }

    [Fact]
    public void A_recording_follows_steps_and_jumps_and_waits_in_a_pause()
    {
        stage.Play(100, "R", "+2", "P", "H", "H", "A", "A", ",", "+1", ",", "+1", "0", "R", "Q");

        stage.AssertRecorded([100, 101, 102, 101, 100, 0]);
    }

    [Theory]
    [InlineData("Q")]
    [InlineData("Esc")]
    [InlineData("close")]
    [InlineData("^C")]
    public void A_recording_is_finished_first_by(string way)
    {
        stage.Play(100, "R", "+4", way);

        stage.AssertRecorded(Enumerable.Range(100, 5));
    }

    [Fact]
    public void A_recording_is_finished_at_the_end()
    {
        stage.Play(763, "R");

        stage.AssertRecorded(Enumerable.Range(763, 7));
    }

    [Fact]
    public void W_saves_the_picture_without_the_screens_marks()
    {
        stage.Play(100, "P", "H", "W", "Q");

        using var saved = Cv2.ImRead(Assert.Single(stage.Written));
        Assert.Equal(Pictures.HashOf(stage.Composed(100)), Pictures.HashOf(saved));
    }

    [Fact]
    public void The_screen_says_what_has_been_saved()
    {
        var shown = stage.Play(100, "P", "W", "Q");

        Assert.Equal(stage.Screen(At(100) with { Notice = $"Saved {Path.GetFileName(Assert.Single(stage.Written))}" }), shown[^1]);
    }

    [Theory]
    [InlineData("R", ".mp4")]
    [InlineData("W", ".png")]
    public void A_folder_that_cannot_be_written_to_is_said_and_the_run_goes_on(string key, string extension)
    {
        stage.Folder = Path.Combine(stage.Folder, "none");
        var message = Assert.Throws<RunException>(
            () => new PendingFile(Path.Combine(stage.Folder, $"deepracer_analysis_20260307_090502{extension}"))).Message;

        var shown = stage.Play(100, key, "+3", "Q");

        Assert.Equal(stage.Screen(At(100) with { Notice = message }), shown[1]);
        Assert.Equal(stage.Screen(At(103) with { Notice = message }), shown[^1]);
    }

    [Fact]
    public void A_picture_that_cannot_be_saved_does_not_end_a_recording()
    {
        Directory.CreateDirectory(Path.Combine(stage.Folder, "deepracer_analysis_20260307_090502.png"));

        stage.Play(100, "R", "W", "+4", "R", "Q");

        stage.AssertRecorded(Enumerable.Range(100, 5));
    }

    [Fact]
    public void A_recorder_that_fails_on_the_way_leaves_nothing_and_the_run_goes_on()
    {
        using var odd = new PlayerStage(new PictureLayout(new Rect(0, 0, 321, 241), new Rect(321, 0, 106, 241)));

        var shown = odd.Play(100, "R", "+80", "P", ".", "Q");

        Assert.Equal(odd.Screen(At(181)), shown[^1]);
        Assert.Empty(odd.Written);
    }

    private static PlayerState Pointed(int frame) => At(frame) with { Hover = frame };

    private static PlayerState At(int frame) => new() { Frame = frame };
}
