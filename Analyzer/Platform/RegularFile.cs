using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Tells FIFOs, sockets and devices from regular files: opening a FIFO waits for its other end, a device may never end.</summary>
internal static partial class RegularFile
{
    // statx(2): its struct is of one layout on all machines, with the mode, whose upper bits are the kind, at byte 28.
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int StatxBytes = 256;
    private const int ModeOffset = 28;
    private const int KindMask = 0xF000;
    private const int KindRegular = 0x8000;
    private const int KindFolder = 0x4000;

    /// <summary>Whether a path, links followed, is a FIFO, a socket or a device; false where nothing is there.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;
        Span<byte> status = stackalloc byte[StatxBytes];
        if (Statx(CurrentFolder, path, 0, TypeOnly, ref MemoryMarshal.GetReference(status)) != 0) return false;
        var kind = MemoryMarshal.Read<ushort>(status[ModeOffset..]) & KindMask;
        return kind is not (KindRegular or KindFolder);
    }

    /// <summary>Whether a path is a link to what is not there.</summary>
    public static bool LeadsNowhere(string path)
    {
        if (path.Length == 0) return false;
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target && !Path.Exists(target.FullName);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // A link to itself.
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte status);
}
