using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Video;

/// <summary>The frame that is gone to is the one with that number among those that come in order.</summary>
public sealed class EnteredFramesTests
{
    [Theory]
    [InlineData("as downloaded", "-c copy")]
    [InlineData("with key frames close by", "-c:v libx264 -preset veryfast -g 12 -bf 3")]
    [InlineData("with frames before a key frame that refer to it", "-c:v libx264 -preset veryfast -g 40 -x264-params open-gop=1")]
    [InlineData("without frames that can be left out", "-c:v libx264 -preset ultrafast -bf 0 -g 100")]
    [InlineData("of uneven rate", "-vf select='lt(mod(n,7),5)' -fps_mode vfr -c:v libx264 -preset veryfast -bf 2 -g 100")]
    [InlineData("in another format", "-c:v mpeg4 -q:v 2 -bf 2")]
    [InlineData("of several slices a picture", "-c:v libx264 -preset veryfast -slices 4 -bf 3")]
    [InlineData("turned", "-c copy -metadata:s:v rotate=180")]
    public void Whatever_is_gone_to_in_a_video_is_the_frame_that_comes_in_order(string kind, string ffmpeg)
    {
        using var folder = new TempFolder();
        var path = folder.Path("made.mp4");
        SystemProgram.Output("ffmpeg", ["-v", "error", "-t", "22", "-i", SampleRun.BundledVideo, .. ffmpeg.Split(' '), path]);
        var last = FrameIndex.Read(path).FrameCount - 1;
        int[] places = [last, 0, 1, 7, 251, 120, 249, 250, 255, 0, 33, 200];
        AssertGoesTo(kind, path, [.. places.Select(place => Math.Min(place, last))]);
    }

    [Fact]
    public void What_a_file_holds_and_leaves_out_is_not_counted()
    {
        using var folder = new TempFolder();
        var path = folder.Path("cut.mp4");
        SystemProgram.Output("ffmpeg", ["-v", "error", "-ss", "7.3", "-t", "10", "-i", SampleRun.BundledVideo, "-c", "copy", path]);

        AssertGoesTo("cut without encoding", path, [100, 20, 130, 1, 60]);
    }

    [Fact]
    public void Nothing_is_dropped_of_a_video_that_does_not_say_how_many_frames_are_to_be_held_back()
    {
        using var folder = new TempFolder();
        byte[] says = [0x1E, 0x0F, 0x16, 0x2D, 0x96];
        var bytes = File.ReadAllBytes(SampleRun.BundledVideo);
        bytes[bytes.AsSpan().IndexOf(says) + 1] = 0x07; // bitstream_restriction_flag of its sequence parameter set

        AssertGoesTo("without bitstream restrictions", folder.Write("silent.mp4", bytes), [100, 20, 259, 1, 300]);
    }

    [Theory]
    [InlineData("an AVI", "-t 9 -c:v mpeg4 -q:v 3 -bf 2 -f avi")]
    [InlineData("an AVI with packets that hold nothing", "-t 9 -c copy -f avi")]
    [InlineData("a transport stream", "-t 9 -c:v mpeg2video -q:v 3 -bf 2 -r 25 -f mpegts")]
    [InlineData("a bare stream", "-t 9 -c copy -bsf:v h264_mp4toannexb -f h264")]
    [InlineData("one with frames of the same time", @"-t 9 -c:v mpeg4 -q:v 3 -g 20 -bsf:v setts=ts=PTS-mod(N\,2)*67 -f matroska")]
    public void Frames_that_are_not_known_by_their_times_keep_their_numbers_whatever_the_files_name(string kind, string ffmpeg)
    {
        using var folder = new TempFolder();
        var path = folder.Path("made.mp4");
        SystemProgram.Output("ffmpeg", ["-v", "error", "-i", SampleRun.BundledVideo, .. ffmpeg.Split(' '), path]);

        AssertGoesTo(kind, path, [100, 20, 130, 134, 0, 1, 133]);
    }

    [Fact]
    public void Of_the_frames_on_the_way_to_one_the_last_ones_come_alone()
    {
        using var ordered = Frames(VideoFile.Open(SampleRun.BundledVideo), SampleRun.BundledVideo);
        Assert.True(ordered.Grab() && ordered.Grab());
        ordered.Seek(240);
        var numbers = new List<int>();
        while (ordered.Next < 260)
        {
            numbers.Add(ordered.Next);
            Assert.True(ordered.Grab() && ordered.ArePiped);
        }

        const int Whole = 240 - EnteredFrames.FramesKeptBefore;
        Assert.Equal(Enumerable.Range(Whole, 260 - Whole), numbers.Where(number => number >= Whole));
        Assert.InRange(numbers.Count, 260 - Whole, 260 - Whole + 2);
    }

    private static OrderedFrames Frames(VideoCapture video, string path) =>
        new(video, path, new Lazy<FrameIndex>(() => FrameIndex.Read(path)), fromTheFirst: true);

    private static void AssertGoesTo(string kind, string path, int[] places)
    {
        using var ordered = Frames(VideoFile.Open(path), path);
        using var frame = new Mat();
        var expected = PicturesOf(path, [.. places]);
        Assert.True(ordered.Grab() && ordered.Grab(), kind);

        foreach (var place in places)
        {
            ordered.Seek(place);
            while (ordered.Next < place) Assert.True(ordered.Grab());
            Assert.Equal(place, ordered.Next);
            Assert.True(ordered.Grab() && ordered.Retrieve(frame));
            Assert.Equal((kind, place, expected[place]), (kind, place, HashOf(frame)));
        }
    }

    private static Dictionary<int, string> PicturesOf(string path, HashSet<int> wanted)
    {
        using var video = VideoFile.Open(path);
        using var frame = new Mat();
        var pictures = new Dictionary<int, string>();
        for (var number = 0; video.Grab(); number++)
            if (wanted.Contains(number) && video.Retrieve(frame)) pictures.Add(number, HashOf(frame));

        return pictures;
    }

    private static string HashOf(Mat frame)
    {
        frame.GetArray(out Vec3b[] pixels);
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(pixels.AsSpan())));
    }
}
