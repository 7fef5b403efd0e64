using System.Text.RegularExpressions;

namespace Analyzer.Platform;

/// <summary>
/// Writes a file atomically, beside its place and renamed when it is whole: a reader sees the old content or the new one, never a part. An
/// older file keeps its Unix permissions; a symbolic link stays one, and what it points to is written. A device or a FIFO is not replaced
/// but written to. Disposed of without <see cref="Commit"/>, nothing is left; what a killed process left is cleared by the next one that
/// writes there.
/// </summary>
internal sealed partial class PendingFile : IDisposable
{
    // Between its making and its lock an empty file could be taken for one that was left.
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(10);

    // Its shared lock, which ends with the process, tells others that the part is being written.
    private readonly FileStream held;

    private readonly Func<string, string> refusal;
    private readonly FileStream? device;
    private readonly string target;

    /// <summary>Reserves the place.</summary>
    /// <param name="path">The file to write; its folder must exist.</param>
    /// <param name="refusal">What to say where it can't be written, from the reason in a few words; null for the common sentence.</param>
    /// <exception cref="RunException">It can't be written there.</exception>
    public PendingFile(string path, Func<string, string>? refusal = null)
    {
        Path = System.IO.Path.GetFullPath(path);
        this.refusal = refusal ?? (reason => $"{Path}: can't be written ({reason}); name a file in a folder that you may write to.");
        if (Directory.Exists(Path))
            throw new RunException(refusal?.Invoke("a folder has this name") ?? $"{Path}: this is a folder; name a file in it.");
        var isSpecial = RegularFile.IsSpecial(Path);
        if (isSpecial) device = OrRefuse(() => RegularFile.OpenSpecial(Path));
        target = !isSpecial && new FileInfo(Path) is { LinkTarget: not null } link
            ? OrRefuse(() => link.ResolveLinkTarget(returnFinalTarget: true)!.FullName)
            : Path;
        TemporaryPath = System.IO.Path.Combine(
            isSpecial ? System.IO.Path.GetTempPath() : System.IO.Path.GetDirectoryName(target)!,
            $".{System.IO.Path.GetFileName(target)}.{System.IO.Path.GetRandomFileName()}.part{System.IO.Path.GetExtension(target)}");
        ClearLeft(System.IO.Path.GetDirectoryName(TemporaryPath)!);
        held = OrRefuse(() => new FileStream(
            TemporaryPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
    }

    /// <summary>The file's name once it is whole.</summary>
    public string Path { get; }

    /// <summary>Its name until then; it is there, and empty at first.</summary>
    public string TemporaryPath { get; }

    /// <summary>Removes the parts that killed processes left in a folder.</summary>
    public static void ClearLeft(string folder)
    {
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles(".*.part*"))
                if (PartName().IsMatch(file.Name) && IsLeft(file)) file.Delete();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // They are in nobody's way.
        }
    }

    /// <summary>Writes a file whole or not at all.</summary>
    /// <param name="path">The file to write; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="refusal">As of the constructor.</param>
    /// <param name="finish">What else is to be done to the file, under its temporary path, before it gets its name.</param>
    /// <exception cref="RunException">It can't be written there, or the disk is full.</exception>
    public static void Write(string path, Action<Stream> write, Func<string, string>? refusal = null, Action<string>? finish = null)
    {
        using var file = new PendingFile(path, refusal);
        file.OrRefuse(() =>
        {
            using (var stream = new FileStream(file.TemporaryPath, FileMode.Truncate, FileAccess.Write)) write(stream);
            finish?.Invoke(file.TemporaryPath);
        });
        file.Commit();
    }

    /// <summary>Gives the whole file its name, once it is on the disk.</summary>
    /// <exception cref="RunException">The disk refuses.</exception>
    public void Commit() => OrRefuse(() =>
    {
        if (device is not null)
        {
            using var content = File.OpenRead(TemporaryPath);
            content.CopyTo(device);
            return;
        }

        // Unix needs no right to write for this, and the file may not give it.
        var access = OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        using (var whole = File.OpenHandle(TemporaryPath, access: access)) RandomAccess.FlushToDisk(whole);
        if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(TemporaryPath, File.GetUnixFileMode(target));
        File.Move(TemporaryPath, target, overwrite: true);
    });

    /// <summary>Removes what has not got its name.</summary>
    public void Dispose()
    {
        held.Dispose();
        device?.Dispose();
        if (File.Exists(TemporaryPath)) File.Delete(TemporaryPath);
    }

    private static bool IsLeft(FileInfo file)
    {
        if (file.Length == 0 && TimeProvider.System.GetUtcNow() - file.LastWriteTimeUtc < ShortestLife) return false;
        try
        {
            using var alone = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\..+\.[a-z0-9]{8}\.[a-z0-9]{3}\.part(\.[^.]*)?$")]
    private static partial Regex PartName();

    private void OrRefuse(Action work) => OrRefuse(() =>
    {
        work();
        return true;
    });

    private T OrRefuse<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                refusal(error is DirectoryNotFoundException ? "there is no such folder" : InputFile.Reason(error)), error);
        }
    }
}
