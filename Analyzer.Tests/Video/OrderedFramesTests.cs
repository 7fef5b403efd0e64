using Analyzer.Platform;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Video;

/// <summary>Frames decoded by the program ffmpeg are those of OpenCV to the bit, or are not taken.</summary>
public sealed class OrderedFramesTests
{
    [Fact]
    public void Every_frame_of_a_video_comes_from_ffmpeg_and_is_OpenCVs_own()
    {
        using var video = VideoFile.Open(SampleRun.BundledVideo);
        using var ordered = Frames(VideoFile.Open(SampleRun.BundledVideo), SampleRun.BundledVideo);

        var frames = AssertAlike(video, ordered);

        Assert.Equal(SampleRun.FrameCount, frames);
        Assert.True(ordered.ArePiped);
    }

    [Theory]
    [InlineData("of full range", "-vf scale=out_range=pc -pix_fmt yuvj420p -c:v libx264 -preset ultrafast -t 2", false)]
    [InlineData("with colours for each pixel", "-pix_fmt yuv444p -c:v libx264 -preset ultrafast -t 2", false)]
    [InlineData("of another size", "-vf crop=322:242 -c:v libx264 -preset ultrafast -t 2", true)]
    [InlineData("of uneven rate", "-vf select='lt(mod(n,7),5)' -fps_mode vfr -c:v libx264 -preset ultrafast -bf 2 -t 4", true)]
    [InlineData("in another format", "-c:v mpeg4 -q:v 2 -t 2", true)]
    [InlineData("of one frame", "-c:v libx264 -frames:v 1", false)]
    public void Videos_of_other_kinds_come_as_OpenCV_has_them(string kind, string ffmpeg, bool piped)
    {
        using var folder = new TempFolder();
        var path = folder.Path("made.mp4");
        SystemProgram.Output("ffmpeg", ["-v", "error", "-i", SampleRun.BundledVideo, .. ffmpeg.Split(' '), path]);
        using var video = VideoFile.Open(path);
        using var ordered = Frames(VideoFile.Open(path), path);

        Assert.True(AssertAlike(video, ordered) > 0, kind);
        Assert.Equal(piped, ordered.ArePiped);
    }

    [Theory]
    [InlineData("right at the beginning", 0)]
    [InlineData("once some frames have come from ffmpeg", 40)]
    public void Back_at_the_first_frame_they_come_from_ffmpeg_again(string when, int grabbed)
    {
        using var ordered = Frames(VideoFile.Open(SampleRun.BundledVideo), SampleRun.BundledVideo);
        using var frame = new Mat();
        for (var i = 0; i < grabbed; i++) ordered.Grab();

        ordered.Seek(300);
        Assert.True(ordered.Grab(), when);
        ordered.Seek(0);
        for (var number = 0; number < 30; number++)
        {
            Assert.Equal(number, ordered.Next);
            Assert.True(ordered.Grab() && ordered.Retrieve(frame));
            using var expected = SampleFrames.Of(number);
            Assert.Equal(0, Cv2.Norm(expected, frame, NormTypes.INF));
        }

        Assert.True(ordered.ArePiped);
    }

    [Fact]
    public void What_is_left_of_a_video_that_was_cut_off_comes_from_OpenCV()
    {
        using var folder = new TempFolder();
        var path = folder.Write("cut.mp4", File.ReadAllBytes(SampleRun.BundledVideo));
        using (var file = new FileStream(path, FileMode.Open))
        {
            file.Seek(file.Length / 2, SeekOrigin.Begin);
            file.Write(new byte[40_000]);
        }

        using var video = VideoFile.Open(path);
        using var ordered = Frames(VideoFile.Open(path), path);
        using var frame = new Mat();
        var frames = 0;
        while (ordered.Grab() && ordered.Retrieve(frame)) frames++;

        Assert.Equal(SampleRun.FrameCount, frames);
        Assert.False(ordered.ArePiped);
        Assert.NotEmpty(ordered.Damages);
    }

    [Theory]
    [InlineData("1x1")]
    [InlineData("12x16")]
    [InlineData("20x640")]
    [InlineData("640x254")]
    public void A_video_of_pictures_that_nothing_can_be_drawn_on_is_refused(string size)
    {
        using var folder = new TempFolder();
        var path = folder.Path("made.mkv");
        SystemProgram.Output("ffmpeg", [
            "-v", "error", "-f", "lavfi", "-i", $"color=s=640x640:d=1,format=yuv444p,crop={size.Replace('x', ':')}", "-frames:v", "1",
            "-c:v", "ffv1", path]);

        var error = Assert.Throws<RunException>(() => VideoFile.Open(path));

        Assert.Equal($"{path}: pictures of {size} show nothing; name another with --video.", error.Message);
    }

    [Theory]
    [InlineData("a cover before the video", "cover.mkv", "png", false)]
    [InlineData("a photograph before it", "cover.mp4", "mjpeg", false)]
    [InlineData("a video of photographs", "made.avi", "mjpeg -t 1", true)]
    public void A_picture_in_the_video_s_place_is_refused_with_the_remedy(string what, string file, string codec, bool isVideo)
    {
        using var folder = new TempFolder();
        var path = folder.Path(file);
        string[] input = isVideo ? [] : ["-frames:v:0", "1", "-map", "0:v", "-map", "0:v", "-c:v:1", "copy"];
        SystemProgram.Output("ffmpeg", ["-v", "error", "-i", SampleRun.BundledVideo, .. input, "-c:v:0", .. codec.Split(' '), path]);

        var error = Record.Exception(() => VideoFile.Open(path).Dispose());

        Assert.True((error is null) == isVideo, what);
        if (isVideo) return;
        Assert.Equal(
            $"{path}: the first video track is a single picture; where the video is the second one, make a file of it "
            + "(ffmpeg -i FILE -map 0:v:1 -c copy VIDEO.mp4), or name another with --video.",
            Assert.IsType<RunException>(error).Message);
    }

    [Fact]
    public void Colours_are_turned_as_libswscale_does_at_every_brightness()
    {
        var size = new Size(512, 256);
        var bytes = new byte[I420Converter.BytesOf(size)];
        new Random(7).NextBytes(bytes);
        using var picture = new Mat();
        var pixels = new I420Converter(size);

        pixels.Fill(picture, bytes);

        using var folder = new TempFolder();
        var raw = folder.Write("frame.yuv", bytes);
        var bgr = folder.Path("frame.bgr");
        SystemProgram.Output("ffmpeg", ["-v", "error", "-cpuflags", "0", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "512x256",
            "-i", raw, "-f", "rawvideo", "-pix_fmt", "bgr24", bgr]);
        using var expected = Mat.FromPixelData(size.Height, size.Width, MatType.CV_8UC3, File.ReadAllBytes(bgr));
        Assert.Equal(0, Cv2.Norm(picture, expected, NormTypes.INF));
    }

    private static OrderedFrames Frames(VideoCapture video, string path) =>
        new(video, path, new Lazy<FrameIndex>(() => FrameIndex.Read(path)), fromTheFirst: true);

    private static int AssertAlike(VideoCapture video, OrderedFrames ordered)
    {
        using var expected = new Mat();
        using var frame = new Mat();
        var frames = 0;
        while (video.Read(expected))
        {
            Assert.True(ordered.Grab() && ordered.Retrieve(frame), $"frame {frames} is there");
            Assert.True(Cv2.Norm(expected, frame, NormTypes.INF) == 0, $"frame {frames}");
            Assert.Equal(++frames, ordered.Next);
        }

        Assert.False(ordered.Grab());
        return frames;
    }
}
