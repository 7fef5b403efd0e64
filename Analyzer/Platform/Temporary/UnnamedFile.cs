namespace Analyzer.Platform.Temporary;

/// <summary>
/// A temporary file that other programs can open while this one holds it. Under Linux it is unlinked at once and opened through
/// <c>/proc</c>: nothing is left, however this program ends.
/// </summary>
internal sealed class UnnamedFile : IDisposable
{
    private readonly FileStream held;
    private readonly string name;

    /// <summary>Makes it, empty.</summary>
    /// <param name="folder">On whose disk it lies.</param>
    /// <param name="extension">With its dot.</param>
    /// <exception cref="IOException">It can't be made there.</exception>
    public UnnamedFile(string folder, string extension)
    {
        name = System.IO.Path.Combine(folder, $"analyzer-{Guid.NewGuid():N}{extension}");
        held = new FileStream(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Path = name;
        if (!OperatingSystem.IsLinux()) return;
        Path = $"/proc/{Environment.ProcessId}/fd/{held.SafeFileHandle.DangerousGetHandle()}";
        File.Delete(name);
    }

    /// <summary>Where much can lie for a while: <c>/tmp</c> is memory on many systems.</summary>
    public static string FolderOfLargeFiles => Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists("/var/tmp")
        ? "/var/tmp" : System.IO.Path.GetTempPath();

    /// <summary>Where it can be opened until it is disposed of.</summary>
    public string Path { get; }

    /// <summary>Gives it up; who has it open keeps it.</summary>
    public void Dispose()
    {
        held.Dispose();
        if (!OperatingSystem.IsLinux()) File.Delete(name);
    }
}
