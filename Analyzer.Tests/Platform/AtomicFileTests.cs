using System.Runtime.Versioning;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Platform;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void A_new_file_holds_what_was_written()
    {
        AtomicFile.Write(folder.Path("new.txt"), stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(folder.Path("new.txt")));
    }

    [Fact]
    public void An_old_file_is_replaced_whole()
    {
        var path = folder.Write("file.txt", "a much longer text than the new one");

        AtomicFile.Write(path, stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        var path = folder.Write("file.txt", "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_missing_folder_is_an_error_of_its_own() =>
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write($"{folder.Root}/none/file.txt", _ => { }));

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite)]
    public void Permissions_stay(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions");
        var path = folder.Write("file.txt", "old");
        File.SetUnixFileMode(path, mode);

        AtomicFile.Write(path, stream => stream.Write("new"u8));

        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var target = folder.Write("there/target.txt", "old");
        var link = File.CreateSymbolicLink(folder.Path("link.txt"), target);

        AtomicFile.Write(link.FullName, stream => stream.Write("new"u8));

        Assert.Equal(target, new FileInfo(link.FullName).LinkTarget);
        Assert.Equal("new", File.ReadAllText(target));
    }

    public void Dispose() => folder.Dispose();
}
