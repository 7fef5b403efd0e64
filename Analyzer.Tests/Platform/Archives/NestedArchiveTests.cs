using System.Text;
using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Platform.Archives;

/// <summary>Archives in archives, as a browser or a colleague packs what the console gave.</summary>
public sealed class NestedArchiveTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("in.zip", "out.zip")]
    [InlineData("in.tar.gz", "out.zip")]
    [InlineData("in.zip", "out.tar.gz")]
    [InlineData("in.tar", "out.tgz")]
    public void Files_are_read_by_both_names(string inner, string outer)
    {
        var content = Pack(inner, ("a/1.csv", "one"u8.ToArray()), ("a/2.bin", "two"u8.ToArray()));
        Pack(outer, ($"x/{inner}", content), ("3.csv", "three"u8.ToArray()));
        var path = folder.Path(outer);

        Assert.Equal(
            [$"x/{inner}!a/1.csv", $"x/{inner}!a/2.bin", "3.csv"], ArchiveFile.Open(path).Entries.Select(entry => entry.Name));
        Assert.Equal("two", Read($"{path}!x/{inner}!a/2.bin"));
        Assert.Equal("one", Read($"{path}!x/{inner}!a/1.csv"));
        Assert.Equal("three", Read($"{path}!3.csv"));
    }

    [Fact]
    public void One_that_is_damaged_is_named_and_all_else_is_read()
    {
        var content = Pack("in.zip", ("1.csv", new byte[1000]));
        var path = folder.Path("out.zip");
        Pack("out.zip", ("in.zip", content[..^30]), ("__MACOSX/._in.zip", [0, 5]), ("2.csv", "two"u8.ToArray()));

        var archive = ArchiveFile.Open(path);

        Assert.DoesNotContain(archive.Entries, entry => entry.Name.StartsWith("in.zip", StringComparison.Ordinal));
        Assert.StartsWith($"{path}!in.zip: the archive can't be read (", Assert.Single(archive.Faults), StringComparison.Ordinal);
        Assert.Equal("two", Read($"{path}!2.csv"));
    }

    [Fact]
    public void A_bomb_in_one_is_refused()
    {
        var bomb = Pack("bomb.zip", ("zeros.csv", new byte[20_000_000]));
        Pack("out.zip", ("bomb.zip", bomb), ("2.csv", "two"u8.ToArray()));

        var archive = ArchiveFile.Open(folder.Path("out.zip"));

        Assert.Equal(["2.csv"], archive.Entries.Select(entry => entry.Name));
        Assert.Contains("the archive is not read: it holds more than", Assert.Single(archive.Faults), StringComparison.Ordinal);
    }

    public static TheoryData<string, int, int, int> Faulty => new()
    {
        { "damaged", 4, 4, 0 },
        { "damaged", 300, 300, 0 },
        { "damaged", 5000, 512, 4488 },
        { "a bomb", 4, 4, 0 },
        { "a bomb that must be unpacked", 40, 7, 33 },
        { "of too many entries", 2, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Many_that_cannot_be_read_cost_no_more_than_some_and_all_else_is_read(string what, int count, int tried, int notTried)
    {
        var inner = what switch
        {
            "damaged" => Pack("in.zip", ("1.csv", new byte[1000]))[..^30],
            "a bomb" => Pack("in.zip", ("zeros.csv", new byte[20_000_000])),
            "of too many entries" => Pack("in.tar", Enumerable.Range(0, 100_001).Select(place => ($"{place}", Array.Empty<byte>()))),
            _ => Pack("in.tar.gz", ("zeros.csv", new byte[20_000_000])),
        };
        var name = what is "damaged" or "a bomb" ? "zip" : what is "of too many entries" ? "tar" : "tar.gz";
        Pack("out.tar", [.. Enumerable.Range(0, count).Select(place => ($"{place}.{name}", inner)), ("2.csv", "two"u8.ToArray())]);
        var path = folder.Path("out.tar");

        var archive = ArchiveFile.Open(path);

        Assert.Equal(["2.csv"], archive.Entries.Select(entry => entry.Name));
        Assert.All(
            archive.Faults.Take(Math.Min(5, tried)),
            fault => Assert.Matches(@"out\.tar!\d+\..*: the archive (can't be|is not) read", fault));
        var more = $"{path}: {tried - 5} more files in it can't be read.";
        var others = $"{path}: so many archives in it can't be read that {notTried} more are not tried; download it again, or unpack it " +
            "and give the folder.";
        string[] sums = [.. tried > 5 ? [more] : Array.Empty<string>(), .. notTried > 0 ? [others] : Array.Empty<string>()];
        Assert.Equal(sums, archive.Faults.Skip(Math.Min(5, tried)));
    }

    [Fact]
    public void What_passes_over_one_archive_twice_at_once_counts_the_same()
    {
        var path = folder.Path("out.zip");
        Pack("out.zip", ("../1.csv", []), ("../2.csv", []), ("video.mp4", new byte[100]));
        var archive = ArchiveFile.Open(path);

        Parallel.For(0, 20, _ =>
        {
            Assert.Equal(100, InputFile.ReadBytes($"{path}!video.mp4", "").Length);
            Assert.Equal(2, archive.PassedOver);
        });
    }

    [Fact]
    public void The_fourth_in_a_row_is_a_file_like_others()
    {
        var content = Pack("4.zip", ("5.csv", "five"u8.ToArray()));
        foreach (var name in new[] { "3.zip", "2.zip", "1.zip" }) content = Pack(name, ($"{name[0] + 1 - '0'}.zip", content));

        Assert.Equal(["2.zip!3.zip!4.zip"], ArchiveFile.Open(folder.Path("1.zip")).Entries.Select(entry => entry.Name));
    }

    public void Dispose() => folder.Dispose();

    private byte[] Pack(string name, params IEnumerable<(string Name, byte[] Content)> files) => File.ReadAllBytes(
        name.EndsWith("zip", StringComparison.Ordinal)
            ? Support.Archives.Zip(folder.Path(name), files)
            : Support.Archives.Tar(folder.Path(name), files));

    private static string Read(string path) => Encoding.UTF8.GetString(InputFile.ReadBytes(path, ""));
}
