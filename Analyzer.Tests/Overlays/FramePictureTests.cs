using Analyzer.Overlays;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

public class FramePictureTests
{
    [Theory]
    [InlineData("driving with a full heatmap", "701-driving", 701, 480)]
    [InlineData("driving at 1280x720", "701-driving", 701, 720)]
    [InlineData("off the track", "579-off-track", 579, 480)]
    [InlineData("in a pause", "595-pause", 595, 480)]
    [InlineData("at the lap's end", "705-lap-end", 705, 480)]
    public void A_whole_frame_is_drawn_as_accepted(string name, string still, int row, int height)
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(height));
        using var video = Stage.Still(still);

        var picture = composer.Compose(video, Stage.Frame(row), Stage.Settings);

        Golden.Matches($"frame - {name}", picture);
    }

    [Fact]
    public void Without_the_panel_the_picture_is_the_video_alone()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(720));
        using var video = Stage.Still("701-driving");

        Assert.Equal(new Size(1280, 720), composer.Compose(video, Stage.Frame(701), Stage.Settings).Size());
        Assert.Equal(new Size(960, 720), composer.Compose(video, Stage.Frame(701), Stage.Settings with { ShowPanel = false }).Size());
    }

    [Fact]
    public void With_everything_off_only_foot_line_and_progress_bar_are_left()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(480));
        using var video = Stage.Still("701-driving");
        var settings = Stage.Settings with { ShowActionSpace = false, ShowHeatmap = false, ShowNotes = false };

        var picture = composer.Compose(video, Stage.Frame(701), settings);

        using var above = new Mat(picture, new Rect(0, 0, 640, 450));
        using var videoAbove = new Mat(video, new Rect(0, 0, 640, 450));
        Assert.Equal(0, Cv2.Norm(above, videoAbove));
    }

    [Fact]
    public void A_frame_looks_the_same_whatever_was_drawn_before_it()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(480));
        using var video = Stage.Still("701-driving");
        var frames = Enumerable.Range(0, Stage.Evaluation.Timeline.FrameCount).ToArray();
        var inOrder = frames.Select(frame => Bytes(composer.Compose(video, frame, Stage.Settings))).ToArray();
        new Random(7).Shuffle(frames);

        Assert.All(frames, frame => Assert.Equal(inOrder[frame], Bytes(composer.Compose(video, frame, Stage.Settings))));
    }

    [Fact]
    public void Nothing_drawn_covers_the_HUD_clock_speed_or_small_track_map()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(480));
        using var video = Stage.Still("701-driving");

        var picture = composer.Compose(video, Stage.Frame(701), Stage.Settings);

        Assert.All(
            [new Rect(0, 0, 230, 130), new Rect(240, 8, 140, 20), new Rect(0, 410, 130, 30), new Rect(450, 370, 160, 75)],
            place =>
            {
                using var drawn = new Mat(picture, place);
                using var shown = new Mat(video, place);
                Assert.Equal(0, Cv2.Norm(drawn, shown));
            });
    }

    private static long Bytes(Mat picture)
    {
        var hash = new HashCode();
        hash.AddBytes(picture.AsSpan<byte>());
        return hash.ToHashCode();
    }
}
