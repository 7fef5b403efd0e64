using System.Formats.Tar;
using System.Text;
using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Platform.Archives;

public sealed class ArchiveFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("a.TGZ")]
    public void Files_are_read_in_place_in_any_order(string name)
    {
        (string, byte[])[] files = [("x/1.csv", "one"u8.ToArray()), ("x/2 of:it.bin", "two"u8.ToArray())];
        var path = name.EndsWith("zip", StringComparison.Ordinal)
            ? Support.Archives.Zip(folder.Path(name), files)
            : Support.Archives.Tar(folder.Path(name), files);

        var archive = ArchiveFile.Open(path);

        Assert.Equal([new ArchiveEntry("x/1.csv", 3), new ArchiveEntry("x/2 of:it.bin", 3)], archive.Entries);
        Assert.Equal("two", InputFile.Read($"{path}!x/2 of:it.bin", "", Support.Archives.Text));
        Assert.Equal("one", Encoding.UTF8.GetString(InputFile.ReadBytes($"{path}!x/1.csv", "")));
        Assert.Equal([name], Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void An_entry_that_is_not_there_is_one_clear_line()
    {
        var path = Support.Archives.Zip(folder.Path("a.zip"), ("x.csv", []));

        Assert.Equal(
            $"{path}!y.csv: there is no such file; give another.",
            Assert.Throws<RunException>(() => InputFile.ReadBytes($"{path}!y.csv", "give another")).Message);
    }

    [Theory]
    [InlineData("../up.csv")]
    [InlineData("a/../../up.csv")]
    [InlineData("/absolute.csv")]
    [InlineData("\\absolute.csv")]
    [InlineData("C:\\up.csv")]
    public void Names_that_lead_out_are_passed_over(string name)
    {
        foreach (var path in new[]
        {
            Support.Archives.Tar(folder.Path("a.tar.gz"), (name, []), ("good.csv", [])),
            Support.Archives.Zip(folder.Path("a.zip"), (name, []), ("good.csv", [])),
        })
        {
            var archive = ArchiveFile.Open(path);

            Assert.Equal(["good.csv"], archive.Entries.Select(entry => entry.Name));
            Assert.Equal(1, archive.PassedOver);
        }
    }

    [Fact]
    public void Links_are_passed_over()
    {
        var path = folder.Path("a.tar");
        using (var file = File.Create(path))
        using (var tar = new TarWriter(file))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.csv") { LinkName = "/etc/hostname" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "hard.csv") { LinkName = "link.csv" });
        }

        Assert.Empty(ArchiveFile.Open(path).Entries);
        Assert.Equal(2, ArchiveFile.Open(path).PassedOver);
    }

    [Theory]
    [InlineData("bomb.zip")]
    [InlineData("bomb.tar.gz")]
    public void What_unpacks_to_200_times_its_size_is_refused(string name)
    {
        var zeros = (Name: "zeros.csv", Content: new byte[20_000_000]);
        var path = name.EndsWith("zip", StringComparison.Ordinal)
            ? Support.Archives.Zip(folder.Path(name), zeros)
            : Support.Archives.Tar(folder.Path(name), zeros);

        Assert.StartsWith($"{path}: the archive is not read:", Assert.Throws<RunException>(() => InputFile.OpenArchive(path)).Message);
    }

    public void Dispose() => folder.Dispose();
}
