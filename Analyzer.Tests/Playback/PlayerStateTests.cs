using Analyzer.Laps;
using Analyzer.Playback;

namespace Analyzer.Tests.Playback;

public sealed class PlayerStateTests
{
    private static readonly Landmarks Run = MadeUpLandmarks.Landmarks;

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(199, 199)]
    [InlineData(200, 199)]
    public void A_frame_that_is_not_there_becomes_the_nearest(int asked, int frame) =>
        Assert.Equal(frame, new PlayerState().At(asked, Run).Frame);

    [Theory]
    [InlineData(10, 0, 10, false)]
    [InlineData(10, 1, 11, false)]
    [InlineData(195, 30, 199, false)]
    [InlineData(199, 0, 199, false)]
    [InlineData(199, 1, 199, true)]
    public void The_run_ends_once_the_last_frames_time_is_over(int frame, int forward, int then, bool ended) =>
        Assert.Equal(new PlayerState { Frame = then, Ended = ended }, new PlayerState { Frame = frame }.Advanced(forward, Run));

    [Theory]
    [InlineData(50, 1, 51)]
    [InlineData(60, 1, 40)]
    [InlineData(58, 5, 40)]
    [InlineData(61, 1, 62)]
    [InlineData(10, 5, 15)]
    public void From_the_loops_end_the_run_goes_on_at_its_beginning(int frame, int forward, int then)
    {
        var loop = new PlayerState { LoopFrom = 40, LoopTo = 60 };

        Assert.Equal(loop with { Frame = then }, (loop with { Frame = frame }).Advanced(forward, Run));
    }

    [Fact]
    public void A_loop_up_to_the_last_frame_never_ends()
    {
        var loop = new PlayerState { Frame = 199, LoopFrom = 150, LoopTo = 199 };

        Assert.Equal(loop with { Frame = 150 }, loop.Advanced(1, Run));
    }

    [Fact]
    public void Going_elsewhere_from_the_end_is_no_longer_the_end() =>
        Assert.False(new PlayerState { Frame = 199, Ended = true }.At(5, Run).Ended);

    [Fact]
    public void Frames_follow_each_other_unless_something_holds_them()
    {
        Assert.True(new PlayerState().Playing);
        Assert.False(new PlayerState { Paused = true }.Playing);
        Assert.False(new PlayerState { Help = true }.Playing);
        Assert.False(new PlayerState { Ended = true }.Playing);
        Assert.False(new PlayerState { Dragging = true }.Playing);
        Assert.False(new PlayerState { Quit = true }.Playing);
    }
}
