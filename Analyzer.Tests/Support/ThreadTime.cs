using System.Runtime.InteropServices;

namespace Analyzer.Tests.Support;

/// <summary>What a thread has taken of a processor, which a busy machine does not change.</summary>
internal static partial class ThreadTime
{
    private const int OfThisThread = 3;

    /// <summary>Of the calling thread, since it began; zero where the system does not tell (clock_gettime(2)).</summary>
    public static TimeSpan Spent =>
        OperatingSystem.IsLinux() && ReadClock(OfThisThread, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
            : TimeSpan.Zero;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out Clock time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Clock
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
