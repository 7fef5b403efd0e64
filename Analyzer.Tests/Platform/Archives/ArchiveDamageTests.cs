using System.Text;
using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Platform.Archives;

/// <summary>Archives that are cut off, damaged or locked: a line, and the rest where there is one.</summary>
public sealed class ArchiveDamageTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void A_tar_that_is_cut_off_is_one_clear_line()
    {
        var path = NoisyTar("a.tar");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..120_000]);

        Assert.Equal(Damaged(path, "it is cut off"), Assert.Throws<ArchiveException>(() => ArchiveFile.Open(path)).Message);
    }

    [Theory]
    [InlineData("within the last entry", 120_000)]
    [InlineData("behind the last entry", -300)]
    [InlineData("before the checksum", -8)]
    [InlineData("within the length", -1)]
    public void A_gzip_that_is_cut_off_anywhere_is_one_clear_line(string where, int length)
    {
        Assert.NotEmpty(where);
        var path = NoisyTar("a.tgz");
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(length < 0 ? whole.Length + length : length)]);

        Assert.Equal(Damaged(path, "it is cut off or damaged"), Assert.Throws<ArchiveException>(() => ArchiveFile.Open(path)).Message);
    }

    [Fact]
    public void A_gzip_with_a_wrong_checksum_is_one_clear_line()
    {
        var path = NoisyTar("a.tar.gz");
        Flip(path, -8);

        Assert.Equal(Damaged(path, "it is cut off or damaged"), Assert.Throws<ArchiveException>(() => ArchiveFile.Open(path)).Message);
    }

    [Theory]
    [InlineData("a log", "sim.csv", false)]
    [InlineData("a video", "video.mp4", true)]
    [InlineData("an archive", "logs.tar.gz", false)]
    public void A_damaged_file_in_a_zip_is_named_and_the_others_are_read(string what, string name, bool isFoundWhenRead)
    {
        Assert.NotEmpty(what);
        var path = Support.Archives.Zip(folder.Path("a.zip"), ("first.csv", "one"u8.ToArray()), (name, Noise()), ("last.csv", [1]));
        Flip(path, 1000);
        var line = $"{path}!{name}: this file in the archive can't be read (it is damaged); download the archive again, or " +
            "unpack it and give the folder.";

        var archive = ArchiveFile.Open(path);

        Assert.Equal(isFoundWhenRead ? [] : [line], archive.Faults);
        Assert.Equal(
            isFoundWhenRead ? ["first.csv", name, "last.csv"] : ["first.csv", "last.csv"], archive.Entries.Select(entry => entry.Name));
        Assert.Equal("one", archive.Read("first.csv", Support.Archives.Text));
        if (isFoundWhenRead) Assert.Equal(line, Assert.Throws<ArchiveException>(() => archive.Read(name, Support.Archives.Text)).Message);
    }

    [Fact]
    public void A_file_in_a_zip_that_is_encrypted_is_said_to_have_a_password()
    {
        var path = Support.Archives.Zip(folder.Path("a.zip"), ("sim.csv", Noise()), ("last.csv", [1]));
        const int FlagsOfTheFirst = 6;
        var content = File.ReadAllBytes(path);
        content[FlagsOfTheFirst] |= 1;
        content[content.AsSpan().IndexOf("PK\u0001\u0002"u8) + FlagsOfTheFirst + 2] |= 1;
        File.WriteAllBytes(path, content);

        var fault = Assert.Single(ArchiveFile.Open(path).Faults);

        Assert.EndsWith(
            "sim.csv: this file in the archive can't be read (it has a password); unpack it with its password and give the folder.",
            fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 and then nothing that is a zip")]
    [InlineData("\u001f\u008b\u0008 and then nothing that is a gzip")]
    [InlineData("plain text")]
    public void Damaged_archives_are_one_clear_line(string content)
    {
        var path = folder.Write("a.tar.gz", Encoding.Latin1.GetBytes(content));

        var error = Assert.Throws<RunException>(() => InputFile.OpenArchive(path));

        Assert.Matches(
            @"a\.tar\.gz: the archive can't be read \(.*\); download it again, or unpack it and give the folder\.$", error.Message);
    }

    [Fact]
    public void An_archive_that_is_cut_short_is_never_more_than_one_clear_line()
    {
        var log = Encoding.UTF8.GetBytes(Some.Log(Some.Line));
        var whole = File.ReadAllBytes(Support.Archives.Tar(folder.Path("whole.tar.gz"), ("a.csv", log)));
        for (var length = 0; length < whole.Length; length += 7)
        {
            var path = folder.Write($"cut{length}.tar.gz", whole[..length]);

            if (Record.Exception(() => InputFile.OpenArchive(path)) is { } error) Assert.IsType<RunException>(error);
        }
    }

    public void Dispose() => folder.Dispose();

    private static string Damaged(string path, string reason) =>
        $"{path}: the archive can't be read ({reason}); download it again, or unpack it and give the folder.";

    private static byte[] Noise()
    {
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        return noise;
    }

    /// <summary>Turns a byte of a file into another.</summary>
    /// <param name="path">The file.</param>
    /// <param name="place">The byte, from the end where negative.</param>
    private static void Flip(string path, int place)
    {
        var content = File.ReadAllBytes(path);
        content[place < 0 ? content.Length + place : place] ^= 0xFF;
        File.WriteAllBytes(path, content);
    }

    private string NoisyTar(string name) =>
        Support.Archives.Tar(folder.Path(name), ("metrics.json", "{}"u8.ToArray()), ("sim.csv", Noise()));
}
