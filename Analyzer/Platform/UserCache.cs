using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Analyzer.Platform.Archives;

namespace Analyzer.Platform;

/// <summary>
/// The user's cache folder (<c>XDG_CACHE_HOME</c>, else <c>~/.cache</c>), for what belongs beside a file where nothing can be written:
/// in an archive, in a folder that is read-only.
/// </summary>
internal static partial class UserCache
{
    private const string Folder = "deepracer-analyzer";
    private const int MayWrite = 2;

    /// <summary>Whether files can be made in a folder.</summary>
    public static bool IsWritable(string folder) => OperatingSystem.IsWindows() || Access(folder, MayWrite) == 0;

    /// <summary>The place of what belongs to a file: a folder of its own, which may not be there yet.</summary>
    public static string FolderOf(string path)
    {
        var whole = ArchivePath.Split(path) is { } part ? $"{StampOf(part.Archive)}!{part.Entry}" : Path.GetFullPath(path);
        return Path.Combine(Root(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..16]);
    }

    /// <summary>A file that other programs' code can open: itself, or the copy, made once, of one in an archive.</summary>
    /// <param name="path">A file, maybe in an archive.</param>
    /// <param name="copied">Told the copy's path when it is made.</param>
    /// <exception cref="RunException">The archive can't be read, or the copy can't be written.</exception>
    public static string LocalFile(string path, Action<string> copied)
    {
        if (ArchivePath.Split(path) is not { } part) return path;
        var copy = Path.Combine(FolderOf(path), Path.GetFileName(part.Entry));
        if (File.Exists(copy)) return copy;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            InputFile.Read(path, "unpack the archive and give the folder", stream =>
            {
                PendingFile.Write(copy, stream.CopyTo);
                return true;
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"{path}: can't be copied to the cache folder ({InputFile.Reason(error)}); unpack the archive and give the folder.", error);
        }

        copied(copy);
        return copy;
    }

    private static string StampOf(string archive)
    {
        var file = new FileInfo(archive);
        return $"{file.FullName}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}";
    }

    private static string Root()
    {
        var home = Environment.GetFolderPath(
            OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile);
        var named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var root = Path.IsPathFullyQualified(named ?? "") ? named! : OperatingSystem.IsWindows() ? home : Path.Combine(home, ".cache");
        return Path.Combine(root, Folder);
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);
}
