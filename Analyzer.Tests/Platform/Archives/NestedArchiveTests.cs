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

    [Theory]
    [InlineData("three are passed over", 3, false)]
    [InlineData("with a fourth nothing more is unpacked", 4, true)]
    public void Many_bombs_in_one_cost_no_more_than_a_few(string which, int count, bool isRefused)
    {
        var bomb = Pack("bomb.zip", ("zeros.csv", new byte[20_000_000]));
        Pack("out.zip", [.. Enumerable.Range(0, count).Select(place => ($"{place}.zip", bomb)), ("2.csv", "two"u8.ToArray())]);

        var error = Record.Exception(() => ArchiveFile.Open(folder.Path("out.zip")));

        Assert.True(isRefused == error is ArchiveException, which);
    }

    [Fact]
    public void The_fourth_in_a_row_is_a_file_like_others()
    {
        var content = Pack("4.zip", ("5.csv", "five"u8.ToArray()));
        foreach (var name in new[] { "3.zip", "2.zip", "1.zip" }) content = Pack(name, ($"{name[0] + 1 - '0'}.zip", content));

        Assert.Equal(["2.zip!3.zip!4.zip"], ArchiveFile.Open(folder.Path("1.zip")).Entries.Select(entry => entry.Name));
    }

    public void Dispose() => folder.Dispose();

    private byte[] Pack(string name, params (string Name, byte[] Content)[] files) => File.ReadAllBytes(
        name.EndsWith("zip", StringComparison.Ordinal)
            ? Support.Archives.Zip(folder.Path(name), files)
            : Support.Archives.Tar(folder.Path(name), files));

    private static string Read(string path) => Encoding.UTF8.GetString(InputFile.ReadBytes(path, ""));
}
