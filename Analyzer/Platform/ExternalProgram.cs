using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Analyzer.Platform;

/// <summary>Finds and starts other programs of the system (ffmpeg), as child processes that end with this one.</summary>
internal static partial class ExternalProgram
{
    /// <summary>The most that waits in an enlarged pipe, bytes: what Linux allows everyone (/proc/sys/fs/pipe-max-size).</summary>
    public const int MaxPipeBytes = 1 << 20;

    private const int SetPipeSize = 1031;

    /// <summary>Whether a program is found on the path.</summary>
    public static bool Has(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .Any(File.Exists);

    /// <summary>
    /// Starts a program with its input and errors piped. Where the system has <c>setsid</c> it runs in a session of its own, so
    /// that Ctrl-C reaches this program alone, which then finishes the file; where it has <c>setpriv</c>, it ends with the thread that
    /// started it, and so with this program, however that ends.
    /// </summary>
    /// <param name="name">The program.</param>
    /// <param name="arguments">What to tell it.</param>
    /// <param name="inIdleTime">Let it run only while nothing else wants the processor, where the system has <c>chrt</c>.</param>
    /// <param name="readsOutput">Pipe its output, too.</param>
    /// <exception cref="RunException">It can't be started.</exception>
    public static Process Start(string name, IReadOnlyList<string> arguments, bool inIdleTime = false, bool readsOutput = false)
    {
        string[] words =
        [
            .. Has("setsid") ? ["setsid"] : (string[])[],
            .. Has("setpriv") ? ["setpriv", "--pdeathsig", "KILL"] : (string[])[],
            .. inIdleTime && Has("chrt") ? ["chrt", "--idle", "0"] : (string[])[],
            name,
            .. arguments,
        ];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = readsOutput,
            RedirectStandardError = true,
            UseShellExecute = false
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new RunException($"{name} can't be started; install it (Debian, Ubuntu: apt-get install {name}).", error);
        }
    }

    /// <summary>
    /// Lets as much wait in a program's input or output as Linux allows (F_SETPIPE_SZ, fcntl(2)): whole pictures go through it, and by
    /// itself it takes 64 KiB at a time.
    /// </summary>
    public static void EnlargePipe(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe) _ = FileControl(pipe.SafePipeHandle, SetPipeSize, MaxPipeBytes);
    }

    /// <summary>
    /// Writes to a program's input; where Linux can (vmsplice(2)), by lending it the memory instead of copying it.
    /// </summary>
    /// <param name="input">The program's input.</param>
    /// <param name="bytes">
    /// What to write. It must neither move nor change until <see cref="MaxPipeBytes"/> more have been written, or the program has ended.
    /// </param>
    /// <exception cref="IOException">The program reads no more.</exception>
    public static unsafe void WriteZeroCopy(Stream input, ReadOnlySpan<byte> bytes)
    {
        var left = bytes;
        if (OperatingSystem.IsLinux() && input is PipeStream pipe)
        {
            fixed (byte* first = bytes)
            {
                while (left.Length > 0)
                {
                    var part = new MemoryPart((nint)first + bytes.Length - left.Length, left.Length);
                    var lent = VmSplice(pipe.SafePipeHandle, &part, 1, 0);
                    if (lent <= 0) break;
                    left = left[(int)lent..];
                }
            }
        }

        // What can't be lent is copied, and that says why where nothing can be written at all.
        if (left.Length > 0) input.Write(left);
    }

    [LibraryImport("libc", EntryPoint = "vmsplice")]
    private static unsafe partial nint VmSplice(SafePipeHandle pipe, MemoryPart* parts, nint count, uint flags);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(SafePipeHandle pipe, int command, int value);

    /// <summary>Where a part of memory begins, and its bytes (iovec, readv(2)).</summary>
    private readonly record struct MemoryPart(nint Start, nint Length);
}
