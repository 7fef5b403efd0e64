using System.Text;
using Analyzer.Hud;
using Analyzer.Tests.Support;
using FsCheck.Xunit;

namespace Analyzer.Tests.Hud;

public sealed class HudFileTests : IDisposable
{
    private static readonly DateTime Noon = new(2024, 7, 9, 12, 0, 0, 123, DateTimeKind.Utc);

    private static readonly HudFile Sample = new(
        [new HudReading(0, 0), new HudReading(146, 46_996), new HudReading(null, 47_067), new HudReading(
            1227,
            null)], [null, 701, 702, null]);

    private readonly TempFolder folder = new();

    private string Video => folder.Path("evaluation-0-video.mp4");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_lies_next_to_its_video_under_the_videos_name() =>
        Assert.Equal("/runs/x/evaluation-0-video.hud.csv", HudFile.PathFor("/runs/x/evaluation-0-video.mp4"));

    [Fact]
    public void It_has_one_line_a_frame_and_leaves_empty_what_is_not_known() =>
        Assert.Equal("frame,row,speed,clock_ms\n0,,0.00,0\n1,701,1.46,46996\n2,702,,47067\n3,,12.27,\n", Text(Sample));

    [Fact]
    public void Numbers_have_a_dot_whatever_the_culture()
    {
        using var _ = new CommaCulture();

        Assert.Contains("1,701,1.46,46996\n", Text(Sample), StringComparison.Ordinal);
        Assert.Equal(Sample.Readings, HudFile.TryParse(Encoding.UTF8.GetBytes(Text(Sample)))!.Readings);
    }

    [Property]
    public void What_is_written_is_read_again((ushort? Row, byte? Speed, ushort? Clock)[] frames)
    {
        var file = new HudFile(
            [.. frames.Select(frame => new HudReading(frame.Speed * 39, frame.Clock))], [.. frames.Select(frame => (int?)frame.Row)]);

        var read = HudFile.TryParse(Encoding.UTF8.GetBytes(Text(file)));

        Assert.Equal(frames.Length > 0, read is not null);
        if (read is null) return;
        Assert.Equal(file.Readings, read.Readings);
        Assert.Equal(file.Rows, read.Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("frame,row,speed,clock_ms\n")]
    [InlineData("frame,row,speed\n0,1,1.46\n")]
    [InlineData("frame,row,clock_ms,speed\n0,1,100,1.46\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.46,100\n2,2,1.46,167\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.46,100\n1,2,1.4")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.46,100\n1,2,1.46,16")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.46,100\n1,2,1.46\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1,46,100\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.464,100\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,-1.4,100\n")]
    [InlineData("frame,row,speed,clock_ms\n0,one,1.46,100\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.46,\"100\n")]
    [InlineData("frame,row,speed,clock_ms\n0,1,1.46,1e3\n")]
    [InlineData("\0\0\0\0\n")]
    public void A_damaged_file_is_not_used(string content) => Assert.Null(HudFile.TryParse(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void It_is_found_again_for_the_same_video()
    {
        WriteFor(Sample);

        Assert.Equal(Sample.Readings, HudFile.TryRead(Video)!.Readings);
    }

    [Fact]
    public void Nothing_but_the_file_is_left_beside_the_video()
    {
        WriteFor(Sample);

        Assert.Equal(
            ["evaluation-0-video.hud.csv", "evaluation-0-video.mp4"],
            Directory.GetFiles(folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void It_is_not_used_when_the_video_has_changed()
    {
        WriteFor(Sample);

        File.SetLastWriteTimeUtc(Video, Noon.AddMilliseconds(1));
        Assert.Null(HudFile.TryRead(Video));

        File.AppendAllBytes(Video, [1]);
        File.SetLastWriteTimeUtc(Video, Noon);
        Assert.Null(HudFile.TryRead(Video));
    }

    [Fact]
    public void A_link_to_a_video_counts_as_the_video()
    {
        WriteFor(Sample);
        var link = folder.Path("link.mp4");
        File.CreateSymbolicLink(link, Video);

        Sample.Write(link, HudFileStamp.Of(link));

        Assert.NotNull(HudFile.TryRead(link));
        File.SetLastWriteTimeUtc(Video, Noon.AddSeconds(5));
        Assert.Null(HudFile.TryRead(link));
    }

    [Fact]
    public void It_is_not_used_when_it_was_edited_or_cut_short()
    {
        WriteFor(Sample);
        var path = HudFile.PathFor(Video);
        var stamped = File.GetLastWriteTimeUtc(path);

        File.AppendAllText(path, "4,,1.00,\n");
        Assert.Null(HudFile.TryRead(Video));

        File.SetLastWriteTimeUtc(path, stamped);
        Assert.Null(HudFile.TryRead(Video));
    }

    [Fact]
    public void It_is_not_used_when_the_video_was_replaced_while_it_was_read()
    {
        File.WriteAllBytes(Video, [1, 2, 3]);
        var stamp = HudFileStamp.Of(Video);
        File.WriteAllBytes(Video, [1, 2, 3, 4]);

        Sample.Write(Video, stamp);

        Assert.Null(HudFile.TryRead(Video));
    }

    [Fact]
    public void A_file_system_that_keeps_whole_seconds_will_do()
    {
        WriteFor(Sample);
        var path = HudFile.PathFor(Video);
        var stamped = File.GetLastWriteTimeUtc(path);

        File.SetLastWriteTimeUtc(path, stamped.AddTicks(-(stamped.Ticks % TimeSpan.TicksPerSecond)));

        Assert.NotNull(HudFile.TryRead(Video));
    }

    [Fact]
    public void Without_file_or_video_there_is_nothing()
    {
        Assert.Null(HudFile.TryRead(Video));

        File.WriteAllBytes(HudFile.PathFor(Video), Encoding.UTF8.GetBytes(Text(Sample)));

        Assert.Null(HudFile.TryRead(Video));
    }

    private void WriteFor(HudFile file)
    {
        File.WriteAllBytes(Video, [1, 2, 3]);
        File.SetLastWriteTimeUtc(Video, Noon);
        file.Write(Video, HudFileStamp.Of(Video));
    }

    private static string Text(HudFile file)
    {
        using var stream = new MemoryStream();
        file.WriteTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
