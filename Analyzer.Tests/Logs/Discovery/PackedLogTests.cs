using System.Text;
using Analyzer.Logs.Discovery;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>Logs packed by gzip one by one, as buckets and exports hold them.</summary>
public sealed class PackedLogTests : LibraryStage
{
    private static readonly byte[] Packed = Archives.Gzip(Encoding.UTF8.GetBytes(Log));

    [Theory]
    [InlineData("in a folder", "evaluation-simtrace/0-iteration.csv.gz", "0-iteration.csv")]
    [InlineData("in capitals", "LOG.CSV.GZ", "LOG.CSV")]
    [InlineData("with blanks and other letters in its name", "my läp \u2713.csv.gz", "my läp \u2713.csv")]
    [InlineData("without another ending", "logs/000000.gz", "000000.log")]
    public void One_is_read_as_if_it_were_unpacked(string where, string name, string plain)
    {
        Assert.NotEmpty(where);
        var path = Folder.Write(name, Packed);

        var choice = Choose();

        Assert.Equal($"{path}!{plain}", choice.Files.LogPath);
        Assert.Equal(name[..^Path.GetFileName(name).Length] + plain, choice.Files.Name);
        Assert.Empty(choice.Remarks);
        Assert.Equal(-2.5, Assert.Single(Choose(log: path).Trace.Rows).Y);
    }

    [Fact]
    public void One_in_two_parts_is_read_whole()
    {
        Folder.Write("log.csv.gz", [.. Packed, .. Archives.Gzip(Encoding.UTF8.GetBytes(Some.LineWith("steps", "2.0")))]);

        Assert.Equal(2, Choose().Trace.Rows.Length);
    }

    [Fact]
    public void The_lines_of_a_simulator_are_read()
    {
        Folder.Write("x-robomaker.log.gz", Archives.Gzip(Encoding.UTF8.GetBytes($"head\nSIM_TRACE_LOG:{Some.Line}\n")));

        Assert.Single(Choose().Trace.Rows);
    }

    [Fact]
    public void The_iterations_of_a_training_are_one_run_also_in_an_archive()
    {
        (string, byte[])[] files = [.. new[] { 10, 9 }.Select(number => ($"training-simtrace/{number}-iteration.csv.gz", Packed))];
        foreach (var (name, content) in files) Folder.Write($"a/{name}", content);

        foreach (var path in new[] { Folder.Path("a"), Archives.Zip(Folder.Path("b.zip"), files) })
        {
            var run = Assert.Single(new RunLibrary([path]).Runs);
            Assert.Equal((RunKind.Training, 2, 2), (run.Kind, run.Logs.Length, run.Trace?.Rows.Length));
        }
    }

    [Fact]
    public void One_beside_what_was_unpacked_from_it_counts_once()
    {
        var log = Folder.Write("x/0-iteration.csv", Log);
        Folder.Write("x/0-iteration.csv.gz", Packed);

        Assert.Equal(log, Assert.Single(Found()).LogPath);
    }

    [Fact]
    public void The_video_beside_one_that_is_named_is_its()
    {
        var video = Folder.Write("video.mp4");

        var library = new RunLibrary([Folder.Write("log.csv.gz", Packed)]);

        Assert.Equal(video, library.Videos.Of(Assert.Single(library.Runs)));
    }

    [Theory]
    [InlineData("cut off", "log.csv.gz", 20, "it is cut off or damaged")]
    [InlineData("of another kind", "log.zip", 0, "it is of another kind, RAR or 7z")]
    [InlineData(
        "by a tar's name", "log.tar.gz", null, "it is none, perhaps a single packed file, or an error's page saved by its name")]
    public void One_that_cannot_be_read_is_passed_over_with_a_word(string what, string name, int? length, string reason)
    {
        Assert.NotEmpty(what);
        var path = Folder.Write(name, length == 0 ? "Rar!\u001a\u0007\u0001"u8.ToArray() : Packed[..(length ?? Packed.Length)]);
        Folder.Write("good.csv", Log);

        Assert.Equal(
            [$"{path}: the archive can't be read ({reason}); download it again, or unpack it and give the folder."], Choose().Remarks);
    }

    [Fact]
    public void A_bomb_is_refused()
    {
        var bomb = Folder.Write("log.csv.gz", Archives.Gzip([.. Encoding.UTF8.GetBytes(Log), .. new byte[20_000_000]]));

        Assert.StartsWith(
            $"{bomb}: the archive is not read: it holds more than", Assert.Throws<RunException>(() => new RunLibrary([bomb])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_tar_by_the_name_of_one_is_a_tar()
    {
        File.Move(Archives.Tar(Folder.Path("a.tar.gz"), ("x/0-iteration.csv", Encoding.UTF8.GetBytes(Log))), Folder.Path("logs.gz"));

        Assert.Equal($"{Folder.Path("logs.gz")}!x/0-iteration.csv", Assert.Single(Found()).LogPath);
    }

    [Theory]
    [InlineData("a.zip!in/a.mp4", "in/b.csv")]
    [InlineData("in/a.mp4", "b.csv")]
    [InlineData("a.mp4", "a.zip!in/b.csv")]
    public void A_file_in_an_archive_is_taken_by_its_name_as_listed(string video, string log)
    {
        var path = Archives.Zip(Folder.Path("a.zip"), [.. new[] { "a", "b" }.SelectMany(name => new[]
        {
            ($"in/{name}.csv", Encoding.UTF8.GetBytes(Log)),
            ($"in/{name}.mp4", Encoding.UTF8.GetBytes(name)),
        })]);

        var files = Choose(log, video).Files;

        Assert.Equal(($"{path}!in/b.csv", $"{path}!in/a.mp4"), (files.LogPath, files.VideoPath));
    }

    [Fact]
    public void A_name_that_two_files_end_in_is_none()
    {
        Archives.Zip(Folder.Path("a.zip"), [("a/x.csv", Encoding.UTF8.GetBytes(Log)), ("b/x.csv", Encoding.UTF8.GetBytes(Log))]);

        var error = Assert.Throws<RunException>(() => Choose(log: "x.csv"));

        Assert.StartsWith("x.csv: there is no such file, ", error.Message, StringComparison.Ordinal);
    }
}
