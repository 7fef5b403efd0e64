using Analyzer.Playback;
using Analyzer.Tests.Support;

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
        { "one step forward", 103, [".", "+1"] },
        { "one step back", 105, [",", "+1"] },
        { "steps back over frames not yet decoded", 107, [",", ",", ",", "+1"] },
        { "one second back", 119, ["P", "Left", "+1"] },
        { "one second forward", 89, ["P", "Right", "+1"] },
        { "from the end by a jump, seconds and steps", 700,
            ["P", "End", "+1", "1", "+1", "Right", "Right", "+1", ",", ",", "+1", ",", ",", ".", "+1"] },
        { "with other settings on the way", 104, ["P", "A", "S", "T", "B", "X", "G", "H", "+1", "A", "S", "T", "V", "Z", "F", "H", "+1"] },
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
    public void A_frame_looks_the_same_however_it_is_reached(string _, int from, string[] keys)
    {
        var state = At(104) with { Paused = keys.Any(key => key is "P" or "." or ",") };

        Assert.Equal(stage.Screen(state), stage.Play(from, [.. keys, "Q"])[^1]);
    }

    [Fact]
    public void A_notice_goes_after_a_few_seconds()
    {
        var shown = stage.Play(100, "P", "C", "+2", "Q");

        var cleared = (At(100) with { Paused = true }).With(it => it with { HeatmapFromRow = SampleRun.Rows[100]!.Value });
        Assert.Equal(
            [stage.Screen(cleared with { Notice = "The heatmap counts from this step on" }), stage.Screen(cleared)], shown.TakeLast(2));
        Assert.InRange(stage.Elapsed.TotalSeconds, 5, 5.5);
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
    public void Repetitions_of_a_key_held_down_that_wait_for_a_picture_are_dropped()
    {
        var shown = stage.Play(100, "P", "Right", "Right held", "Right held", ".", ".", "+1", ". held", ". held", "+1", "Q");

        Assert.Equal(stage.Screen(At(118) with { Paused = true }), shown[^1]);
    }

    [Fact]
    public void A_key_pressed_again_and_again_before_the_next_picture_counts_each_time()
    {
        var shown = stage.Play(100, "P", "Right", "Right", "Right", ".", ".", "+1", "Q");

        Assert.Equal(stage.Screen(At(147) with { Paused = true }), shown[^1]);
        Assert.Equal(2, shown.Count);
    }

    [Theory]
    [InlineData("jumps and steps add up, and one picture is fetched", "9 5 Right Right Left , . +1 Q", 2, 400)]
    [InlineData("quitting waits for no picture", "9 5 Right Q", 1, 100)]
    [InlineData("quitting does not wait for the picture being fetched", "5 ~Q", 1, 100)]
    [InlineData("nor does closing the window", "5 ~close", 1, 100)]
    [InlineData("another jump does not wait for the picture being fetched", "5 ~9 +1 Q", 2, 693)]
    [InlineData("a key that means nothing leaves the picture being fetched to be shown", "5 ~other +1 Q", 2, 385)]
    public void Of_keys_that_wait(string what, string keys, int shown, int last)
    {
        stage.ForgetFrames();

        var pictures = stage.Play(100, ["P", .. keys.Split(' ')]);

        Assert.True(pictures.Count == shown, $"{what}: {pictures.Count}");
        Assert.Equal(stage.Screen(At(last) with { Paused = shown > 1 }), pictures[^1]);
    }

    [Fact]
    public void A_loop_runs_until_it_is_cleared()
    {
        var shown = stage.Play(100, "P", "L", ".", ".", ".", "L", "P", "+9", "L", "+2", "Q");

        string[] round = [.. Enumerable.Range(100, 4).Select(frame => stage.Screen(At(frame) with { LoopFrom = 100, LoopTo = 103 }))];
        Assert.Equal([.. round, .. round], shown.SkipWhile(picture => picture != round[0]).Take(8));
        Assert.Equal(stage.Screen(At(104)), shown[^1]);
    }

    private static PlayerState At(int frame) => new() { Frame = frame };
}
