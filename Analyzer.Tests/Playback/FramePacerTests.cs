using Analyzer.Playback;
using Microsoft.Extensions.Time.Testing;

namespace Analyzer.Tests.Playback;

public sealed class FramePacerTests
{
    private readonly FakeTimeProvider time = new();
    private readonly FramePacer pace;

    public FramePacerTests() => pace = new FramePacer(time);

    [Fact]
    public void Every_rate_from_1_to_100_is_held_exactly()
    {
        for (var rate = PlayerState.MinFramesPerSecond; rate <= PlayerState.MaxFramesPerSecond; rate++)
        {
            pace.Restart(rate);

            Assert.Equal(5 * rate, Pass(milliseconds: 5000));
            Assert.Null(pace.ShownFramesPerSecond);
        }
    }

    [Fact]
    public void It_says_how_long_to_wait_for_the_next_frame()
    {
        pace.Restart(10);

        Assert.Equal(100, pace.MillisecondsToNext, 6);
        time.Advance(TimeSpan.FromMilliseconds(30));
        Assert.Equal(70, pace.MillisecondsToNext, 6);
        time.Advance(TimeSpan.FromMilliseconds(90));
        Assert.Equal(0, pace.MillisecondsToNext);
    }

    [Fact]
    public void A_short_stall_is_caught_up_without_dropping_a_frame()
    {
        pace.Restart(15);
        time.Advance(TimeSpan.FromMilliseconds(220));

        Assert.Equal([1, 1, 1, 0], Enumerable.Range(0, 4).Select(_ => pace.FramesDue(mayDrop: true)));
        Assert.Null(pace.ShownFramesPerSecond);
    }

    [Fact]
    public void A_long_stall_drops_frames_and_says_for_a_second_how_many_are_shown()
    {
        pace.Restart(100);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(76, pace.FramesDue(mayDrop: true));
        Assert.Equal(25, pace.ShownFramesPerSecond);
        Pass(milliseconds: 1001);
        Assert.Null(pace.ShownFramesPerSecond);
    }

    [Fact]
    public void A_recording_drops_no_frame_however_late()
    {
        pace.Restart(100);
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.All(Enumerable.Range(0, 50), _ => Assert.InRange(pace.FramesDue(mayDrop: false), 0, 1));
        Assert.Null(pace.ShownFramesPerSecond);
    }

    [Fact]
    public void At_another_rate_the_time_that_has_passed_counts()
    {
        pace.Restart(10);
        time.Advance(TimeSpan.FromMilliseconds(50));
        pace.Change(20);

        Assert.Equal(25, pace.MillisecondsToNext, 3);
    }

    [Fact]
    public void The_run_goes_on_while_the_key_for_another_rate_is_held()
    {
        pace.Restart(15);

        var frames = Enumerable.Range(16, 30).Sum(rate =>
        {
            pace.Change(rate);
            return Pass(milliseconds: 33);
        });

        Assert.InRange(frames, 28, 32);
    }

    private int Pass(int milliseconds) => Enumerable.Range(0, milliseconds).Sum(_ =>
    {
        time.Advance(TimeSpan.FromMilliseconds(1));
        return pace.FramesDue(mayDrop: true);
    });
}
