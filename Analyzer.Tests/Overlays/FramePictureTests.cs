using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using OpenCvSharp;
using static Analyzer.Tests.Support.Pictures;

namespace Analyzer.Tests.Overlays;

public class FramePictureTests
{
    private const int Driving = 240;
    private const int OffTrack = 56;
    private const int Pause = 72;
    private const int LapEnd = 256;

    [Theory]
    [InlineData("driving with a full heatmap", Driving, 480)]
    [InlineData("driving at 1280x720", Driving, 720)]
    [InlineData("off the track", OffTrack, 480)]
    [InlineData("in a pause", Pause, 480)]
    [InlineData("at the lap's end", LapEnd, 480)]
    public void A_whole_frame_is_drawn_as_accepted(string name, int row, int height)
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(height));
        using var video = Stage.Still(row);

        var picture = composer.Compose(video, row, Stage.Settings);

        Golden.Matches($"frame - {name}", picture);
    }

    [Fact]
    public void Without_the_panel_the_picture_is_the_video_alone()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(720));
        using var video = Stage.Still(Driving);

        Assert.Equal(new Size(1280, 720), composer.Compose(video, Driving, Stage.Settings).Size());
        Assert.Equal(new Size(960, 720), composer.Compose(video, Driving, Stage.Settings with { ShowPanel = false }).Size());
    }

    [Fact]
    public void With_everything_off_only_foot_line_and_progress_bar_are_left()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(480));
        using var video = Stage.Still(Driving);
        var settings = Stage.Settings with { ShowActionSpace = false, ShowHeatmap = false, ShowNotes = false };

        var picture = composer.Compose(video, Driving, settings);

        using var above = new Mat(picture, new Rect(0, 0, 640, 450));
        using var videoAbove = new Mat(video, new Rect(0, 0, 640, 450));
        Assert.Equal(0, Cv2.Norm(above, videoAbove));
    }

    [Fact]
    public void A_frame_looks_the_same_whatever_was_drawn_before_it()
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(480));
        using var video = Stage.Still(Driving);
        int[] frames = [.. Enumerable.Range(0, Stage.Evaluation.Timeline.FrameCount / 4).Select(quarter => quarter * 4)];
        var inOrder = frames.ToDictionary(frame => frame, frame => HashOf(composer.Compose(video, frame, Stage.Settings)));
        new Random(7).Shuffle(frames);

        Assert.All(frames, frame => Assert.Equal(inOrder[frame], HashOf(composer.Compose(video, frame, Stage.Settings))));
    }

    [Theory]
    [InlineData(640, 256, 1280, 720)]
    [InlineData(256, 640, 1280, 720)]
    [InlineData(640, 256, 160, 120)]
    [InlineData(256, 640, 160, 120)]
    [InlineData(640, 480, 160, 120)]
    public void Videos_of_any_shape_can_be_drawn_on_in_any_size(int width, int height, int boxWidth, int boxHeight)
    {
        var layout = PictureLayout.Inside(new Size(width, height), new Size(boxWidth, boxHeight));
        using var composer = new FrameComposer(Stage.Evaluation, layout);
        using var video = new Mat(height, width, MatType.CV_8UC3, Scalar.Gray);
        var screen = new ScreenComposer(Stage.Evaluation, composer);

        foreach (var settings in new[] { Stage.Settings, Stage.Settings with { ShowPanel = false } })
        {
            foreach (var isCompare in new[] { false, true })
            {
                var state = new PlayerState { Frame = OffTrack, Overlays = settings with { Compare = isCompare }, Help = true, Hover = 5 };
                var picture = composer.Compose(video, OffTrack, state.Overlays);
                screen.Draw(picture, state);
                Assert.Equal(layout.Size(state.Overlays), picture.Size());
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Driving)]
    [InlineData(OffTrack)]
    [InlineData(Pause)]
    [InlineData(LapEnd)]
    [InlineData(LapEnd + 1)]
    [InlineData(90)]
    [InlineData(270)]
    [InlineData(400)]
    [InlineData(SampleRun.RowCount - 1)]
    public void Nothing_drawn_covers_the_HUD_clock_speed_or_small_track_map(int row)
    {
        using var composer = new FrameComposer(Stage.Evaluation, Stage.Layout(480));
        using var video = Stage.Still(row);

        var picture = composer.Compose(video, row, Stage.Settings);

        Assert.All(
            [
                new Rect(0, 0, 230, 130), new Rect(240, 8, 140, 20), new Rect(0, 410, 130, 30), new Rect(460, 335, 150, 90),
                Stage.Evaluation.SmallMap,
            ],
            place =>
            {
                using var drawn = new Mat(picture, place);
                using var shown = new Mat(video, place);
                Assert.Equal(0, Cv2.Norm(drawn, shown));
            });
    }
}
