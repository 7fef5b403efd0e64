using Analyzer.Platform;
using Analyzer.Tests.Support;
using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Tests.Video;

public sealed class VideoSinkTests : IDisposable
{
    private const string Ffmpeg = "H.264 through ffmpeg";
    private const string OpenCv = "MPEG-4 part 2 through OpenCV";

    private readonly TempFolder folder = new();
    private readonly Mat picture = new(120, 160, MatType.CV_8UC3, new Scalar(30, 120, 200));

    [Theory]
    [InlineData(Ffmpeg)]
    [InlineData(OpenCv)]
    public void A_file_appears_when_it_is_finished(string kind)
    {
        using var sink = Open(kind, "run.mp4");
        sink.Write(picture);
        Assert.False(File.Exists(sink.Path));
        sink.Write(picture);

        sink.Finish();

        var frames = Pictures.Of(sink.Path);
        Assert.Equal(2, frames.Count);
        Assert.All(frames, frame => Assert.True(Pictures.AreAlike(picture, frame)));
        Assert.Equal([sink.Path], Directory.GetFiles(folder.Root));
    }

    [Theory]
    [InlineData("which a pipe holds several of", 320, 240)]
    [InlineData("which a pipe holds no whole one of", 1280, 720)]
    public void Many_pictures_of_a_size_arrive_each_as_it_was_given(string size, int width, int height)
    {
        using var sink = VideoSinks.Open(
            folder.Path("run.mp4"), new Size(width, height), 15, cancellation: TestContext.Current.CancellationToken);
        using var given = new Mat(height, width, MatType.CV_8UC3);
        for (var i = 0; i < 40; i++)
        {
            given.SetTo(Scalar.All(6 * i));
            sink.Write(given);
        }

        sink.Finish();

        var frames = Pictures.Of(sink.Path);
        Assert.Equal(40, frames.Count);
        Assert.All(frames.Index(), frame =>
        {
            given.SetTo(Scalar.All(6 * frame.Index));
            Assert.True(Cv2.Norm(given, frame.Item, NormTypes.INF) < 4, $"{size}: picture {frame.Index}");
        });
    }

    [Theory]
    [InlineData(Ffmpeg)]
    [InlineData(OpenCv)]
    public void Of_an_unfinished_file_nothing_is_left(string kind)
    {
        using (var sink = Open(kind, "run.mp4"))
            sink.Write(picture);

        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    [Theory]
    [InlineData(Ffmpeg)]
    [InlineData(OpenCv)]
    public void An_older_file_stays_until_the_new_one_is_finished(string kind)
    {
        folder.Write("run.mp4", "old");
        using (var given = Open(kind, "run.mp4"))
            given.Write(picture);

        Assert.Equal("old", File.ReadAllText(folder.Path("run.mp4")));
        using var sink = Open(kind, "run.mp4");
        sink.Write(picture);
        sink.Finish();
        Assert.Single(Pictures.Of(sink.Path));
    }

    [Theory]
    [InlineData(Ffmpeg, "none/run.mp4")]
    [InlineData(OpenCv, "none/run.mp4")]
    [InlineData(Ffmpeg, "file/run.mp4")]
    [InlineData(Ffmpeg, "folder")]
    public void A_place_that_cannot_be_written_to_is_said(string kind, string name)
    {
        folder.Write("file");
        Directory.CreateDirectory(Path.Combine(folder.Root, "folder"));

        var failed = Assert.Throws<RunException>(() => Open(kind, name));

        Assert.StartsWith(Path.Combine(folder.Root, name), failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
        Assert.Equal([folder.Path("file")], Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Pictures_with_odd_sides_are_refused_and_leave_nothing()
    {
        using var odd = new Mat(121, 161, MatType.CV_8UC3, Scalar.Black);
        var failed = Assert.Throws<RunException>(() =>
        {
            using var sink = new FfmpegSink(folder.Path("run.mp4"), odd.Size(), 15);
            sink.Write(odd);
        });

        Assert.Contains("run.mp4: a video's sides must be even", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    public void Dispose()
    {
        picture.Dispose();
        folder.Dispose();
    }

    private IVideoSink Open(string kind, string name)
    {
        var path = Path.Combine(folder.Root, name);
        return kind == Ffmpeg ? new FfmpegSink(path, picture.Size(), 15) : new OpenCvSink(path, picture.Size(), 15);
    }
}
