using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Playback.Window;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>A joined lap of lap 2's first twenty rows and lap 1's last forty, which the video shows in the other order.</summary>
public sealed class JoinedPlayTests
{
    private const string Outside = "This is outside the joined lap: Home plays that again";

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
    [InlineData("]", 70, 24)]
    [InlineData("[", 50, 24)]
    [InlineData("[", 26, 64)]
    [InlineData("[", 66, 64)]
    [InlineData("]", 100, 124)]
    [InlineData("O", 70, 94)]
    [InlineData("Home", 100, 64)]
    public void Keys_go_along_it(string key, int frame, int then) =>
        Assert.Equal(then, KeyMap.Apply(key, Joined with { Frame = frame }, Run).Frame);

    [Theory]
    [InlineData("O to an off-track elsewhere leaves it", "O", 70, Outside)]
    [InlineData("] goes on to its next piece", "]", 70, null)]
    [InlineData("] in its last piece stays", "]", 30, "This is the joined lap's last piece")]
    [InlineData("what leaves it is said once", "O O", 70, null)]
    [InlineData("Home comes back to it", "O Home", 70, null)]
    [InlineData("elsewhere ] goes to the next lap", "]", 100, null)]
    [InlineData("elsewhere a step is none out of it", ".", 100, null)]
    public void A_key_that_leaves_it_says_so(string _, string keys, int frame, string? notice)
    {
        var after = keys.Split(' ').Aggregate(Joined with { Frame = frame }, (state, key) => KeyMap.Apply(key, state, Run));

        Assert.Equal(notice, after.Notice);
    }

    [Theory]
    [InlineData("a click outside leaves it", Outside, 120)]
    [InlineData("a click into another piece stays in it", null, 30)]
    [InlineData("a drag out and back is in it again", null, 120, 70)]
    [InlineData("a drag further outside is still outside", Outside, 120, 150)]
    public void The_mouse_that_leaves_it_says_so(string _, string? notice, params int[] frames)
    {
        var mouse = new MouseMap(PictureLayout.Inside(new Size(640, 480), new Size(1280, 720)), new Scale(1.5), Run);
        var inputs = frames.Select((frame, index) => new MouseInput(
            index == 0 ? MouseAction.Press : MouseAction.Drag, new Point((frame * 1280 / 200) + 3, 715)));

        Assert.Equal(notice, inputs.Aggregate(Joined, (state, input) => mouse.Apply(input, state)).Notice);
    }

    [Fact]
    public void Outside_it_the_run_ends_with_the_video() =>
        Assert.True((Joined with { Frame = Run.LastFrame }).Advanced(1, Run).Ended);

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
