using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Playback;

namespace Analyzer.Tests.Playback;

/// <summary>A joined lap of lap 2's first twenty rows and lap 1's last forty, which the video shows in the other order.</summary>
public sealed class JoinedPlayTests
{
    private static readonly Landmarks Run = MadeUpLandmarks.Landmarks;
    private static readonly JoinedRoute Route = new([(2, 60, 79), (1, 20, 59)], Run);
    private static readonly PlayerState Joined = new() { Frame = 64, Overlays = new OverlaySettings { Joined = Route } };

    [Fact]
    public void Its_frames_are_those_of_its_pieces_one_after_the_other()
    {
        Assert.Equal([new JoinedPiece(1, 2, 64, 83), new JoinedPiece(2, 1, 24, 63)], Route.Pieces);
        Assert.Equal([.. Enumerable.Range(64, 20), .. Enumerable.Range(24, 40)], Route.Frames);
    }

    [Theory]
    [InlineData(63, 2)]
    [InlineData(64, 1)]
    [InlineData(83, 1)]
    [InlineData(24, 2)]
    [InlineData(84, null)]
    [InlineData(23, null)]
    public void A_frame_belongs_to_one_of_its_pieces_or_none(int frame, int? piece) => Assert.Equal(piece, Route.PieceAt(frame)?.Number);

    [Theory]
    [InlineData(82, 1, 83, false)]
    [InlineData(83, 1, 24, false)]
    [InlineData(80, 6, 26, false)]
    [InlineData(60, 9, 63, false)]
    [InlineData(63, 1, 63, true)]
    [InlineData(100, 1, 101, false)]
    public void It_is_played_from_piece_to_piece_and_ends_with_the_last(int frame, int forward, int then, bool ended) =>
        Assert.Equal(Joined with { Frame = then, Ended = ended }, (Joined with { Frame = frame }).Advanced(forward, Run));

    [Fact]
    public void Playing_shows_each_of_its_frames_once()
    {
        var shown = new List<int>();
        for (var state = Joined; !state.Ended; state = state.Advanced(1, Run)) shown.Add(state.Frame);

        Assert.Equal(Route.Frames, shown);
    }

    [Theory]
    [InlineData("Home", 70, 64)]
    [InlineData("End", 70, 63)]
    [InlineData("5", 70, 34)]
    [InlineData(".", 83, 24)]
    [InlineData(",", 24, 83)]
    [InlineData("Right", 80, 30)]
    [InlineData("Left", 30, 80)]
    [InlineData("Left", 66, 64)]
    public void Keys_go_along_it(string key, int frame, int then) =>
        Assert.Equal(then, KeyMap.Apply(key, Joined with { Frame = frame }, Run).Frame);

    [Fact]
    public void A_loop_across_the_end_of_a_piece_stays_a_loop()
    {
        var loop = Joined with { Frame = 83, LoopFrom = 80, LoopTo = 90 };

        Assert.Equal(loop with { Frame = 84 }, loop.Advanced(1, Run));
        Assert.Equal(loop with { Frame = 80 }, (loop with { Frame = 90 }).Advanced(1, Run));
    }

    [Fact]
    public void Two_pieces_that_the_video_shows_in_one_picture_do_not_hold_it_up()
    {
        var route = new JoinedRoute([(1, 10, 19), (1, 19, 30)], Run);

        Assert.Equal(Enumerable.Range(14, 21), route.Frames);
    }
}
