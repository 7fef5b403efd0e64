using Analyzer.Hud;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

/// <summary>A disk with no room left, and one that is read-only: said in a line, and what was there is as it was.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string disk;
    private readonly string model;

    public FullDiskTests()
    {
        disk = Path.GetDirectoryName(folder.Path("disk/any"))!;
        if (!OperatingSystem.IsLinux() || SystemProgram.TryOutput("mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", disk) is null)
        {
            folder.Dispose();
            Assert.Skip("only root can make a small disk");
        }

        model = Path.Combine(disk, "my_model");
        foreach (var (name, content) in SampleRun.BundledFiles) folder.Write(Path.Combine("disk", "my_model", name), content);
        SampleRun.Truth.Write(Video, HudFileStamp.Of(Video));
        var room = new DriveInfo(disk).AvailableFreeSpace;
        File.WriteAllBytes(Path.Combine(disk, "rest"), new byte[room - (20 << 10)]);
    }

    private string Video => Path.Combine(model, "evaluation-0-video.mp4");

    [Theory]
    [InlineData("scan", "0-iteration.csv: the speed column can't be written (No space left on device); make room on the disk", 0)]
    [InlineData("render --keep-log --to 90 -o OUT.mp4", "OUT.mp4: ffmpeg stopped writing it", 1)]
    [InlineData("export --keep-log -o OUT.csv", "OUT.csv: can't be written (No space left on device)", 1)]
    [InlineData("report -o OUT.html", "OUT.html: can't be written (No space left on device)", 1)]
    public async Task What_does_not_fit_is_said_and_nothing_else_is_changed(string arguments, string line, int exitCode)
    {
        var before = Files();
        var output = Path.Combine(disk, "OUT");

        var result = await AnalyzerProcess.Run(
            [.. arguments.Replace("OUT", output, StringComparison.Ordinal).Split(' '), "--model", model]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(line.Replace("OUT", output, StringComparison.Ordinal), result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_disk_that_is_read_only_is_left_alone()
    {
        SystemProgram.Output("mount", "-o", "remount,ro", disk);
        var before = Files();

        var result = await AnalyzerProcess.Run("scan", "--model", model);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("the speed column can't be written (Read-only file system); make the folder writable", result.Errors,
            StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    public void Dispose()
    {
        SystemProgram.Output("umount", disk);
        folder.Dispose();
    }

    private string[] Files() =>
        [.. Directory.EnumerateFiles(disk, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];
}
