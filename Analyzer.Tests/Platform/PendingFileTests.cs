using System.Runtime.Versioning;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Platform;

public sealed class PendingFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void A_new_file_holds_what_was_written()
    {
        PendingFile.Write(folder.Path("new.txt"), stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(folder.Path("new.txt")));
    }

    [Fact]
    public void An_old_file_is_replaced_whole()
    {
        var path = folder.Write("file.txt", "a much longer text than the new one");

        PendingFile.Write(path, stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        var path = folder.Write("file.txt", "old");

        Assert.Throws<InvalidOperationException>(() => PendingFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData("none/file.txt", "there is no such folder")]
    [InlineData("file/file.txt", "there is no such folder")]
    [InlineData("circle.txt", "Too many levels of symbolic links")]
    public void What_can_t_be_written_is_one_clear_line_and_leaves_nothing(string name, string reason)
    {
        folder.Write("file");
        folder.Path("folder/x");
        File.CreateSymbolicLink(folder.Path("circle.txt"), "circle.txt");
        var before = Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories);

        var refused = Assert.Throws<RunException>(() => PendingFile.Write(Path.Combine(folder.Root, name), _ => { })).Message;

        Assert.StartsWith($"{folder.Root}/{name}: can't be written ({reason}", refused, StringComparison.Ordinal);
        Assert.EndsWith("); name a file in a folder that you may write to.", refused, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        folder.Path("folder/x");

        var refused = Assert.Throws<RunException>(() => PendingFile.Write($"{folder.Root}/folder", _ => { })).Message;

        Assert.Equal($"{folder.Root}/folder: this is a folder; name a file in it.", refused);
    }

    [Fact]
    public void What_is_given_up_leaves_the_old_file_and_nothing_else()
    {
        var path = folder.Write("file.txt", "old");

        using (var file = new PendingFile(path)) File.WriteAllBytes(file.TemporaryPath, "half"u8.ToArray());

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_FIFO_is_written_to_and_stays_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a FIFO of Linux");
        var fifo = folder.Path("fifo.csv");
        SystemProgram.Output("mkfifo", fifo);
        var reading = Task.Run(() => File.ReadAllText(fifo), TestContext.Current.CancellationToken);

        PendingFile.Write(fifo, stream => stream.Write("new"u8));

        Assert.Equal("new", await reading);
        Assert.True(RegularFile.IsSpecial(fifo));
        Assert.Equal([fifo], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_FIFO_that_nobody_reads_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a FIFO of Linux");
        var fifo = folder.Path("fifo.csv");
        SystemProgram.Output("mkfifo", fifo);

        var error = Assert.Throws<RunException>(() => PendingFile.Write(fifo, stream => stream.Write("new"u8)));

        Assert.Equal(
            $"{fifo}: can't be written (nobody reads from this pipe); name a file in a folder that you may write to.", error.Message);
        Assert.Equal([fifo], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_device_is_written_to_and_stays_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a device of Linux");

        PendingFile.Write("/dev/null", stream => stream.Write("new"u8));

        Assert.True(RegularFile.IsSpecial("/dev/null"));
    }

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

        PendingFile.Write(path, stream => stream.Write("new"u8));

        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var target = folder.Write("there/target.txt", "old");
        var link = File.CreateSymbolicLink(folder.Path("link.txt"), target);

        PendingFile.Write(link.FullName, stream => stream.Write("new"u8));

        Assert.Equal(target, new FileInfo(link.FullName).LinkTarget);
        Assert.Equal("new", File.ReadAllText(target));
    }

    [Fact]
    public void A_link_to_nothing_yet_gets_its_target()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var target = folder.Path("there/target.txt");
        var link = File.CreateSymbolicLink(folder.Path("link.txt"), target);

        PendingFile.Write(link.FullName, stream => stream.Write("new"u8));

        Assert.Equal(target, new FileInfo(link.FullName).LinkTarget);
        Assert.Equal("new", File.ReadAllText(target));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_a_killed_process_left_is_cleared_by_the_next_and_what_is_being_written_is_not()
    {
        using var folder = new TempFolder();
        var left = folder.Write(".log.csv.abcdefgh.ijk.part.csv", "half");
        var other = folder.Write(".part.csv", "the user's own");
        using var written = new PendingFile(folder.Path("out.csv"));
        File.WriteAllBytes(written.TemporaryPath, "half"u8);

        PendingFile.Write(folder.Path("log.csv"), stream => stream.Write("whole"u8));

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(other));
        Assert.True(File.Exists(written.TemporaryPath));
    }
}
