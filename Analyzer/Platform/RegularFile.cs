using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

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

    // open(2) and fcntl(2) on Linux.
    private const int WriteOnly = 1;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int SetFlags = 4;
    private const int NoSuchDevice = 6;

    private static readonly TimeSpan ReadersTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether a path, links followed, is a FIFO, a socket or a device; false where nothing is there.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;
        Span<byte> status = stackalloc byte[StatxBytes];
        if (Statx(CurrentFolder, path, 0, TypeOnly, ref MemoryMarshal.GetReference(status)) != 0) return false;
        var kind = MemoryMarshal.Read<ushort>(status[ModeOffset..]) & KindMask;
        return kind is not (KindRegular or KindFolder);
    }

    /// <summary>
    /// Opens a device or a FIFO for writing. Who reads from the FIFO must be there within a second: the system would wait for ever, deaf to
    /// Ctrl-C.
    /// </summary>
    /// <exception cref="IOException">Nobody reads from the FIFO, or it can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public static FileStream OpenSpecial(string path)
    {
        for (var waited = TimeSpan.Zero; OperatingSystem.IsLinux(); waited += BetweenTries)
        {
            var file = Open(path, WriteOnly | NonBlocking | NoControllingTerminal | CloseOnExec);
            if (file >= 0)
            {
                _ = Fcntl(file, SetFlags, 0);
                return new FileStream(new SafeFileHandle(file, ownsHandle: true), FileAccess.Write, bufferSize: 0);
            }

            if (Marshal.GetLastPInvokeError() != NoSuchDevice) break;
            if (waited >= ReadersTime) throw new IOException("nobody reads from this pipe");
            Thread.Sleep(BetweenTries);
        }

        return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <summary>A path without the slash that a shell's completion may put behind a file's name, which would make a folder of it.</summary>
    public static string Named(string path) =>
        path.TrimEnd('/', Path.DirectorySeparatorChar) is var file && file != path && File.Exists(file) ? file : path;

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

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fcntl(int file, int command, int flags);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte status);
}
