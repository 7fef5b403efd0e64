using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>What the player writes: videos and pictures, and what it says where it can't.</summary>
public sealed class PlayerRecordingTests : IClassFixture<PlayerStage>
{
    private readonly PlayerStage stage;

    public PlayerRecordingTests(PlayerStage stage)
    {
        this.stage = stage;
        stage.Clear();
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

        var notice = $"Saved {Path.GetFileName(Assert.Single(stage.Written))}";
        Assert.Equal(stage.Screen(At(100) with { Paused = true, Notice = notice }), shown[^1]);
    }

    [Theory]
    [InlineData("R")]
    [InlineData("W")]
    public void A_folder_that_cannot_be_written_to_is_said_and_the_run_goes_on(string key)
    {
        stage.Folder = Path.Combine(stage.Folder, "none");
        var message = $"Not saved: {stage.Folder} can't be written to (there is no such folder); "
            + "start again with a model folder that can be.";

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

        var shown = odd.Play(100, "R", "+80", "P", ".", "+1", "Q");

        Assert.Equal(odd.Screen(At(181) with { Paused = true }), shown[^1]);
        Assert.Empty(odd.Written);
    }

    private static PlayerState At(int frame) => new() { Frame = frame };
}
